package org.portevoix.council;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.followup.Followups;
import org.portevoix.followup.Followups.Came;
import org.portevoix.receipt.Said;

/**
 * What councils proposed, and what came of it: a formal opinion or a proposal of an event or a questionnaire is each one thing
 * proposed. What came of it is the answer of the follow-ups that gathered it, the best of them; of a proposal, else the team's
 * own decision. Councils speak with one voice, which is nobody's secret: nothing is hidden.
 */
@Singleton
public class CouncilTally {
    /** The service's clock: what a council proposes has no promise of its own. */
    private static final int DAYS = 60;

    private final FormalOpinionRepository opinions;
    private final CouncilProposalRepository proposals;
    private final CouncilNames names;
    private final CouncilRepository councils;
    private final Followups followups;

    CouncilTally(
            FormalOpinionRepository opinions,
            CouncilProposalRepository proposals,
            CouncilNames names,
            CouncilRepository councils,
            Followups followups) {
        this.opinions = opinions;
        this.proposals = proposals;
        this.names = names;
        this.councils = councils;
        this.followups = followups;
    }

    /** How many came to what; {@code formal} of these were formal opinions, the others proposals. */
    public record Adopted(String slug, String council, long formal, Map<Came, Long> came) {

        public long proposed() {
            return came.values().stream().mapToLong(Long::longValue).sum();
        }

        public long of(Came wanted) {
            return came.getOrDefault(wanted, 0L);
        }
    }

    /**
     * An answer that a council was owed, or is.
     *
     * @param answeredOn null while it waits
     */
    public record Answer(
            boolean isFormal,
            String council,
            String title,
            LocalDate askedOn,
            LocalDate answerBy,
            @Nullable LocalDate answeredOn) {}

    /** By council, in the contract's own order; councils that proposed nothing too. */
    public List<Adopted> adopted(Contract contract) {
        Map<Said.Kind, Map<Long, Came>> came = came(contract);
        Map<Long, Map<Came, Long>> counts = new HashMap<>();
        Map<Long, Long> formal = new HashMap<>();
        for (FormalOpinion each : opinions.findOfContract(contract.id(), Integer.MAX_VALUE)) {
            formal.merge(each.councilId(), 1L, Long::sum);
            count(counts, each.councilId(), found(came, Said.Kind.FORMAL_OPINION, each.id()));
        }
        for (ProposalStanding each : proposals.findStandings(contract.id())) {
            Came gathered = found(came, Said.Kind.PROPOSAL, each.id());
            Came decided = switch (each.state()) {
                case "ACCEPTED" -> Came.ACCEPTED;
                case "REFUSED" -> Came.REFUSED;
                default -> Came.WAITING;
            };
            count(counts, each.councilId(), gathered.compareTo(decided) <= 0 ? gathered : decided);
        }
        Map<Long, String> named = names.of(contract.id());
        return councils.findOf(List.of(contract.id())).stream()
                .map(council -> new Adopted(
                        council.slug(),
                        named.getOrDefault(council.key(), council.slug()),
                        formal.getOrDefault(council.key(), 0L),
                        counts.getOrDefault(council.key(), Map.of())))
                .toList();
    }

    /** The answers owed to councils, given or not: formal opinions, then proposals. */
    public List<Answer> answers(Contract contract) {
        Map<Long, String> named = names.of(contract.id());
        ZoneId zone = contract.zoneId();
        List<Answer> answers = new ArrayList<>();
        for (FormalOpinion each : opinions.findOfContract(contract.id(), Integer.MAX_VALUE)) {
            answers.add(new Answer(
                    true,
                    named.getOrDefault(each.councilId(), ""),
                    each.title(),
                    each.sentOn(),
                    each.answerBy(),
                    each.answeredOn()));
        }
        for (ProposalStanding each : proposals.findStandings(contract.id())) {
            LocalDate asked = LocalDate.ofInstant(each.enteredAt(), zone);
            answers.add(new Answer(
                    false,
                    named.getOrDefault(each.councilId(), ""),
                    each.title(),
                    asked,
                    asked.plusDays(DAYS),
                    each.decidedAt() == null ? null : LocalDate.ofInstant(each.decidedAt(), zone)));
        }
        return answers;
    }

    private Map<Said.Kind, Map<Long, Came>> came(Contract contract) {
        Map<Said.Kind, Map<Long, Came>> came = new EnumMap<>(Said.Kind.class);
        for (Followups.Proposal followup : followups.proposals(contract)) {
            for (Followups.SaidThing thing : followup.said()) {
                came.computeIfAbsent(thing.kind(), unused -> new HashMap<>())
                        .merge(thing.id(), followup.came(), (some, other) -> some.compareTo(other) <= 0 ? some : other);
            }
        }
        return came;
    }

    private static Came found(Map<Said.Kind, Map<Long, Came>> came, Said.Kind kind, long id) {
        return came.getOrDefault(kind, Map.of()).getOrDefault(id, Came.WAITING);
    }

    private static void count(Map<Long, Map<Came, Long>> counts, long council, Came came) {
        counts.computeIfAbsent(council, unused -> new EnumMap<>(Came.class)).merge(came, 1L, Long::sum);
    }
}
