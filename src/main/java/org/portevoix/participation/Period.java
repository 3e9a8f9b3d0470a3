package org.portevoix.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A time that the report can be asked for: the whole time, a year, or half a year, as committees meet. Never any months one
 * likes: two reports would then frame one month, or one act.
 *
 * @param key empty for the whole time, {@code 2027}, or {@code 2027-1} for its first half
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Period(String key) implements Comparable<Period> {
    private static final Pattern FORM = Pattern.compile("([0-9]{4}(-[12])?)?");
    private static final int JULY = 7;
    private static final int DECEMBER = 12;

    private static final String ALL_TIME = "";

    public static final Period WHOLE = new Period(ALL_TIME);

    public Period {
        if (!FORM.matcher(key).matches()) {
            throw new IllegalArgumentException(key);
        }
    }

    /** Empty where it is no period. */
    public static Optional<Period> parse(String key) {
        return FORM.matcher(key).matches() ? Optional.of(new Period(key)) : Optional.empty();
    }

    /** The half year of this month. */
    public static Period halfOf(YearMonth month) {
        return new Period(month.getYear() + (month.getMonthValue() < JULY ? "-1" : "-2"));
    }

    /** Half a year, its year, and the whole time. */
    static List<Period> of(YearMonth month) {
        return List.of(halfOf(month), new Period(Integer.toString(month.getYear())), WHOLE);
    }

    public boolean isWhole() {
        return key.isEmpty();
    }

    public boolean isYear() {
        return key.length() == 4;
    }

    public boolean contains(YearMonth month) {
        return of(month).contains(this);
    }

    /** Its first month; the whole time has none. */
    public YearMonth first() {
        return YearMonth.of(year(), key.endsWith("-2") ? JULY : 1);
    }

    /** Its last month; the whole time has none. */
    public YearMonth last() {
        return YearMonth.of(year(), key.endsWith("-1") ? JULY - 1 : DECEMBER);
    }

    private int year() {
        return Integer.parseInt(key.substring(0, 4));
    }

    /** The same length of time before it; empty for the whole time. */
    public Optional<Period> previous() {
        if (isWhole()) {
            return Optional.empty();
        }
        if (isYear()) {
            return Optional.of(new Period(Integer.toString(year() - 1)));
        }
        return Optional.of(new Period(key.endsWith("-2") ? year() + "-1" : (year() - 1) + "-2"));
    }

    /** The longer one that it is a part of: of half a year, its year. */
    Optional<Period> around() {
        return isWhole() ? Optional.empty() : Optional.of(isYear() ? WHOLE : new Period(key.substring(0, 4)));
    }

    /** Its first month and its last; empty for the whole time. */
    public Optional<Months> months() {
        if (isWhole()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(key.substring(0, 4));
        return Optional.of(new Months(
                YearMonth.of(year, key.endsWith("-2") ? JULY : 1),
                YearMonth.of(year, key.endsWith("-1") ? JULY - 1 : 12)));
    }

    /** Its first month as the database has months, {@code 2027-01}; before all of them for the whole time. */
    public String firstKey() {
        return months().map(months -> months.first().toString()).orElse("0000-00");
    }

    /** Its last month as the database has months; after all of them for the whole time. */
    public String lastKey() {
        return months().map(months -> months.last().toString()).orElse("9999-99");
    }

    public record Months(YearMonth first, YearMonth last) {}

    @Override
    public int compareTo(Period other) {
        return key.compareTo(other.key);
    }
}
