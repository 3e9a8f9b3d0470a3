package org.portevoix.committee;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.consultation.Consultations;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.OpinionReading;
import org.portevoix.contract.Contract;
import org.portevoix.followup.Decider;
import org.portevoix.followup.Followups;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.moderation.AnsweredConsultations;
import org.portevoix.receipt.Said;

/**
 * What residents wait for, proposed for an agenda: what is owed, formal opinions, consultations that closed without a reply.
 * In their words, as far as everybody may read them: a committee is not the team.
 */
@Singleton
class AgendaProposals {

    private static final int LATEST_FORMAL = 100;
    private static final int QUOTES = 3;
    private static final int LONGEST_TITLE = 300;

    private final Followups followups;
    private final List<Said> said;
    private final Consultations consultations;
    private final AnsweredConsultations answered;
    private final OpinionReading opinions;
    private final Messages messages;
    private final Clock clock;

    AgendaProposals(
            Followups followups,
            List<Said> said,
            Consultations consultations,
            AnsweredConsultations answered,
            OpinionReading opinions,
            Messages messages,
            Clock clock) {
        this.followups = followups;
        this.said = said;
        this.consultations = consultations;
        this.answered = answered;
        this.opinions = opinions;
        this.messages = messages;
        this.clock = clock;
    }

    /** Late ones first, then what the committee owes, formal opinions, consultations; without what is on the agenda. */
    List<Proposal> of(Contract contract, List<AgendaItem> items) {
        LocalDate today = LocalDate.now(clock.withZone(contract.zoneId()));
        Set<String> there = items.stream().map(AgendaProposals::key).collect(Collectors.toCollection(HashSet::new));
        items.stream()
                .filter(item -> item.followupId() != null)
                .forEach(item -> there.add(key(item.followupId(), null, null, null)));
        List<Proposal> all = new ArrayList<>();
        followups.awaiting(contract).stream()
                .filter(one -> one.isLate() || one.decides() == Decider.COMMITTEE)
                .map(AgendaProposals::ofFollowup)
                .forEach(all::add);
        all.addAll(formalOpinions(contract, today));
        consultations.closed(List.of(contract), answered.of(List.of(contract.id()))).stream()
                .map(one -> ofConsultation(one, today))
                .forEach(all::add);
        return Stream.concat(all.stream().filter(Proposal::isLate), all.stream().filter(one -> !one.isLate()))
                .filter(one -> !there.contains(one.key()))
                .toList();
    }

    private static Proposal ofFollowup(Followups.Awaiting one) {
        return new Proposal(
                title(one.said()),
                one.said(),
                Language.SOURCE,
                one.answerBy(),
                one.isLate(),
                one.id(),
                null,
                null,
                null);
    }

    private List<Proposal> formalOpinions(Contract contract, LocalDate today) {
        List<Said.Item> found = said.stream()
                .filter(one -> one.kind() == Said.Kind.FORMAL_OPINION)
                .flatMap(one -> one.latest(contract.id(), LATEST_FORMAL).stream())
                .toList();
        Set<Long> taken = followups.gathered(
                Said.Kind.FORMAL_OPINION, found.stream().map(Said.Item::id).toList());
        return found.stream()
                .filter(one -> !taken.contains(one.id()))
                .map(one -> new Proposal(
                        title(messages.say(
                                Language.SOURCE, "committee.desk.proposal.formal", Map.of("council", one.about()))),
                        one.words(),
                        one.language(),
                        one.answerBy(),
                        one.answerBy() != null && today.isAfter(one.answerBy()),
                        null,
                        null,
                        Said.Kind.FORMAL_OPINION,
                        one.id()))
                .toList();
    }

    private Proposal ofConsultation(Consultations.Closed one, LocalDate today) {
        String quotes = opinions.shown(one.id(), QUOTES).stream()
                .flatMap(opinion -> opinion.words().stream())
                .map(OpinionRead.Line::answers)
                .map(answers -> "« " + String.join(" ", answers) + " »")
                .collect(Collectors.joining("\n"));
        return new Proposal(
                title(messages.say(
                        Language.SOURCE,
                        "committee.desk.proposal.consultation",
                        Map.of("title", one.title().body()))),
                quotes.isEmpty() ? null : quotes,
                Language.SOURCE,
                one.answerBy(),
                today.isAfter(one.answerBy()),
                null,
                one.id(),
                null,
                null);
    }

    private static String title(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE - 1) + "…" : line;
    }

    /** By which a proposal and the item that it became are the same. */
    static String key(AgendaItem item) {
        return key(item.followupId(), item.consultationId(), item.saidKind(), item.saidId());
    }

    private static String key(
            @Nullable Long followupId,
            @Nullable Long consultationId,
            Said.@Nullable Kind saidKind,
            @Nullable Long saidId) {
        return consultationId != null
                ? "CONSULTATION:" + consultationId
                : saidKind != null ? saidKind + ":" + saidId : "FOLLOWUP:" + followupId;
    }

    /**
     * Something to bring before the meeting.
     *
     * @param due the day by which an answer was promised
     */
    record Proposal(
            String title,
            @Nullable String words,
            String language,
            @Nullable LocalDate due,
            boolean isLate,
            @Nullable Long followupId,
            @Nullable Long consultationId,
            Said.@Nullable Kind saidKind,
            @Nullable Long saidId) {

        /** As a form sends it. */
        String key() {
            return AgendaProposals.key(followupId, consultationId, saidKind, saidId);
        }
    }
}
