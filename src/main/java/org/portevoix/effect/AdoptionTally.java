package org.portevoix.effect;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;

/** What was adopted of what was proposed, action by action, for the committee's report. */
@Singleton
public class AdoptionTally {
    private final Adoptions adoptions;

    AdoptionTally(Adoptions adoptions) {
        this.adoptions = adoptions;
    }

    /**
     * Of an action; of none, or of one that is no longer public, without a slug and a title.
     *
     * @param done of those adopted
     */
    public record Line(
            String slug,
            @Nullable String title,
            long proposed,
            long adopted,
            long partly,
            long refused,
            long waiting,
            long done) {}

    /** By title; what names no action last. Follow-ups are public: nothing of them is hidden. */
    public List<Line> byAction(Contract contract) {
        return adoptions.actions(contract).lines().stream()
                .map(line -> new Line(
                        line.key(),
                        line.name(),
                        or(line.proposed()),
                        or(line.adopted()),
                        or(line.partly()),
                        or(line.refused()),
                        or(line.waiting()),
                        or(line.done())))
                .toList();
    }

    private static long or(@Nullable Long number) {
        return Objects.requireNonNullElse(number, 0L);
    }
}
