package org.portevoix.sense;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portevoix.consultation.OpinionRead;
import org.portevoix.consultation.WordsKept;
import org.portevoix.language.Language;
import org.portevoix.language.MachineTranslator;

/**
 * What residents wrote in another language, in French, for those of the team who decide: a machine's draft or what one of them
 * typed. It is shown to nobody else, and goes when the words change.
 */
@Singleton
public class OpinionTranslations implements WordsKept {

    /** What its column holds in any script. */
    public static final int LONGEST = 16_000;

    /** The person waits meanwhile. */
    private static final Duration ALL_OF_IT = Duration.ofSeconds(25);

    private final TranslationRows rows;
    private final MachineTranslator machine;
    private final boolean isForOpinions;
    private final BeanProvider<WordsKept> kept;
    private final Clock clock;

    OpinionTranslations(
            TranslationRows rows,
            MachineTranslator machine,
            @Value("${portevoix.translator.opinions:}") String isAllowed,
            BeanProvider<WordsKept> kept,
            Clock clock) {
        this.rows = rows;
        this.machine = machine;
        this.isForOpinions = isAllowed.equals("yes");
        this.kept = kept;
        this.clock = clock;
    }

    /** Whether there is one that the operator lets read what residents wrote. */
    public boolean hasMachine() {
        return machine.isThere() && isForOpinions;
    }

    /** Whether there is one, and the operator has not said so. */
    public boolean hasMachineUnallowed() {
        return machine.isThere() && !isForOpinions;
    }

    /** By the id of the opinion, in the order of its answers; those without any are not there. */
    @Transactional
    public Map<Long, List<Line>> of(Collection<Long> opinionIds) {
        return opinionIds.isEmpty()
                ? Map.of()
                : rows.find(opinionIds).stream().collect(Collectors.groupingBy(Line::opinionId));
    }

    /** What a person of the team typed, by the id of the question; "" takes away. */
    @Transactional
    public void type(OpinionRead opinion, Map<Long, String> typed, long accountId) {
        opinion.words().forEach(answer -> {
            String body = typed.get(answer.questionId());
            if (body == null) {
                return;
            }
            if (body.isEmpty()) {
                rows.delete(opinion.id(), answer.questionId());
            } else if (rows.find(List.of(opinion.id())).stream()
                    .noneMatch(line -> line.questionId() == answer.questionId()
                            && line.body().equals(body))) {
                rows.save(
                        new Line(opinion.id(), answer.questionId(), body, Origin.HUMAN),
                        Objects.requireNonNull(answer.typed()),
                        opinion.revision(),
                        accountId,
                        clock.instant());
            }
        });
        kept.forEach(one -> one.saidInFrench(opinion.id()));
    }

    /**
     * Drafts of the machine for answers that have no translation; none where there is no machine for it.
     *
     * @return how many came
     */
    public int draft(OpinionRead opinion, String from, long accountId) {
        if (!hasMachine() || from.equals(Language.SOURCE) || rows.isSensitive(opinion.id())) {
            return 0;
        }
        Map<Long, String> known = new HashMap<>();
        rows.find(List.of(opinion.id())).forEach(line -> known.put(line.questionId(), line.body()));
        Instant end = clock.instant().plus(ALL_OF_IT);
        int came = 0;
        // Outside of any transaction: the machine may be slow.
        for (OpinionRead.Line answer : opinion.words()) {
            if (!known.containsKey(answer.questionId()) && clock.instant().isBefore(end)) {
                Optional<String> draft =
                        machine.translate(Objects.requireNonNull(answer.typed()), from, Language.SOURCE);
                if (draft.isPresent() && draft.get().length() <= LONGEST) {
                    came += rows.save(
                            new Line(opinion.id(), answer.questionId(), draft.get(), Origin.MACHINE),
                            Objects.requireNonNull(answer.typed()),
                            opinion.revision(),
                            accountId,
                            clock.instant());
                }
            }
        }
        return came;
    }

    @Override
    public void changed(long opinionId) {
        rows.delete(opinionId);
    }

    @Override
    public void gone(long opinionId) {
        rows.delete(opinionId);
    }

    /** Who put it into French. */
    public enum Origin {
        MACHINE,
        HUMAN
    }

    /** One answer in French. */
    public record Line(long opinionId, long questionId, String body, Origin origin) {

        public boolean isMachine() {
            return origin == Origin.MACHINE;
        }
    }
}
