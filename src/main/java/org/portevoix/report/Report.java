package org.portevoix.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.participation.ConcentrationIndex;
import org.portevoix.participation.Period;

/**
 * A report as it stands: every figure of it, for one contract and one period. All formats (page, CSV, JSON, and those to
 * come) are drawn from this record and compute nothing, so that they can't differ.
 *
 * @param edition of the tables; 0 where none was made yet
 * @param previous the period that it is compared with; null for the whole time
 * @param curve of the concentration index; empty where it is refused
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Report(
        String contract,
        String territory,
        Period period,
        @Nullable Period previous,
        List<Period> periods,
        int edition,
        @Nullable Instant asOf,
        List<Table> tables,
        List<ConcentrationIndex.Point> curve) {

    /** Empty where this report has none of this key. */
    public Optional<Table> table(String key) {
        return tables.stream().filter(table -> table.key().equals(key)).findFirst();
    }

    /**
     * For what is kept for ever: late answers are told by what they are and whose, without the words of those who wait, since these may
     * be taken back. Titles of questionnaires are the contract's own.
     */
    public Report withoutTitles() {
        return new Report(
                contract,
                territory,
                period,
                previous,
                periods,
                edition,
                asOf,
                tables.stream()
                        .map(table ->
                                table.key().equals(AnswerTables.OVERDUE) ? AnswerTables.withoutTitles(table) : table)
                        .toList(),
                curve);
    }

    /** How a number is to be read. */
    public enum Unit {
        COUNT,
        PER_THOUSAND,
        PERCENT,
        RATIO,
        INDEX
    }

    /**
     * A figure. Without a number: hidden, so that nobody is singled out; or a word (text); or nothing to tell.
     *
     * @param facts where its facts are, as the end of an address; null where it has none
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Value(
            @Nullable Double number,
            Unit unit,
            @Nullable String text,
            boolean isHidden,
            @Nullable String facts) {

        static Value count(@Nullable Long count) {
            return count == null ? hidden() : new Value((double) count, Unit.COUNT, null, false, null);
        }

        static Value number(double number, Unit unit) {
            return new Value(number, unit, null, false, null);
        }

        static Value word(String text) {
            return new Value(null, Unit.COUNT, text, false, null);
        }

        static Value hidden() {
            return new Value(null, Unit.COUNT, null, true, null);
        }

        static Value nothing() {
            return new Value(null, Unit.COUNT, null, false, null);
        }

        Value with(@Nullable String address) {
            return number == null || number == 0 ? this : new Value(number, unit, text, isHidden, address);
        }

        /** As a spreadsheet reads it; empty where there is no number. */
        public String plain() {
            Double shown = number;
            if (shown == null) {
                return text == null ? "" : text;
            }
            return unit == Unit.COUNT ? Long.toString(Math.round(shown)) : String.format(Locale.ROOT, "%.4f", shown);
        }
    }

    /** What a row is, beside the others. */
    public enum Kind {
        USUAL,
        /** Those who didn't say. */
        UNKNOWN,
        TOTAL
    }

    /** {@code key}: a word for programs; {@code title}: in French. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Column(String key, String title) {}

    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Row(String key, String title, Kind kind, List<Value> values) {}

    /**
     * Some figures side by side.
     *
     * @param about the key under which its formula, source and limits are told
     * @param refusal why it shows no score, in French; null where nothing is refused
     * @param isForCommittee shown to the committee alone
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Table(
            String key,
            String title,
            String about,
            String first,
            List<Column> columns,
            List<Row> rows,
            @Nullable String refusal,
            boolean isForCommittee) {

        /** Whether it hides anything, and has to say why. */
        public boolean hides() {
            return rows.stream().flatMap(row -> row.values().stream()).anyMatch(Value::isHidden);
        }

        /** The same figures, fewer rows: nothing is worked out anew. */
        Table with(List<Row> fewer) {
            return new Table(key, title, about, first, columns, fewer, refusal, isForCommittee);
        }

        /** Where a column of this key stands; -1 where there is none. */
        int column(String wanted) {
            return columns.stream().map(Column::key).toList().indexOf(wanted);
        }

        /** Whether its rows tell the five levels apart, and so can be drawn. */
        public boolean isOfLevels() {
            return about.equals("levels");
        }
    }
}
