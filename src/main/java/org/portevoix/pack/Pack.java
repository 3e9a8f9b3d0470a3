package org.portevoix.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.portevoix.report.Report;

/**
 * What the steering committee reads before it meets, in the order in which it is told: what to decide, the levels, who is missing
 * (of the report), voices, what is due, where the actions stand, the method. In French, but voices, which stay in the language they
 * were said in. All formats are drawn from this record and compute nothing, so that they can't differ.
 *
 * @param title of the contract
 * @param madeAt when it was frozen, or drawn for a look
 * @param version of the program that made it
 * @param changes what differs from the pack that this one corrects; empty where it corrects none
 */
public record Pack(
        Report report,
        String title,
        Instant madeAt,
        ZoneId zone,
        String version,
        List<Point> toDecide,
        List<Voice> voices,
        List<First> firsts,
        List<Due> due,
        List<Standing> standings,
        List<Change> changes) {

    /** Something to decide: what, and the figure or the fact that asks for it. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Point(String what, String because) {}

    /**
     * Words of a resident, published, word for word, chosen by the coordinator.
     *
     * @param language of the words
     * @param french what they say in French; null where they are French, or nobody has said it in French
     * @param about the questionnaire, action or meeting where it was said
     */
    public record Voice(
            String words, String language, @Nullable String french, String about) {}

    /**
     * What residents put first: a theme, and how many opinions speak of it at least, in fives (5, 10, 15...), so that two packs never
     * frame one opinion; null where hidden.
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record First(String title, @Nullable Long count) {}

    /**
     * An answer that is owed. {@code who} owes it; {@code by}: the last day for it.
     *
     * @param key tells it from others of the same title; null in packs that were frozen without
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Due(@Nullable String key, String title, String who, LocalDate by, boolean isLate) {}

    /**
     * Where an action stands: all in French words.
     *
     * @param slug tells it from others of the same name; null in packs that were frozen without
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Standing(
            @Nullable String slug,
            String axis,
            String action,
            String progress,
            String outcome,
            @Nullable String reason) {}

    /** A figure that is no longer what it was. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Change(String table, String row, String column, String before, String after) {}
}
