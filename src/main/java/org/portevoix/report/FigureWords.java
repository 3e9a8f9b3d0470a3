package org.portevoix.report;

import jakarta.inject.Singleton;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Period;

/** How the report's figures and periods are read in French: on the desk's pages, on paper. */
@Singleton
public class FigureWords {
    private final Messages messages;

    FigureWords(Messages messages) {
        this.messages = messages;
    }

    /** As it is read; "" where there is nothing to tell. */
    public String of(Report.Value value) {
        if (value.isHidden()) {
            return say("report.desk.hidden");
        }
        Double number = value.number();
        if (number == null) {
            return value.text() == null ? "" : value.text();
        }
        return switch (value.unit()) {
            case COUNT -> whole(Math.round(number));
            case PER_THOUSAND, RATIO -> decimals(number, 2);
            case PERCENT -> decimals(number, 1);
            case INDEX -> decimals(number, 3);
        };
    }

    public String of(Period period) {
        if (period.isWhole()) {
            return say("report.desk.period.whole");
        }
        if (period.isYear()) {
            return period.key();
        }
        return messages.say(
                Language.SOURCE,
                period.key().endsWith("1") ? "report.desk.period.first_half" : "report.desk.period.second_half",
                Map.of("year", period.key().substring(0, 4)));
    }

    /** As few letters as can be understood: for what one taps on. */
    String shortly(Period period) {
        return period.isWhole() || period.isYear()
                ? of(period)
                : messages.say(
                        Language.SOURCE,
                        period.key().endsWith("1")
                                ? "report.desk.period.short_first"
                                : "report.desk.period.short_second",
                        Map.of("year", period.key().substring(0, 4)));
    }

    /** With its sign, which a difference always has. */
    static String signed(long difference) {
        return difference > 0 ? "+" + whole(difference) : difference < 0 ? "−" + whole(-difference) : "0";
    }

    /** With a space between thousands. */
    public static String whole(long number) {
        return NumberFormat.getIntegerInstance(Locale.FRANCE).format(number);
    }

    private static String decimals(double number, int decimals) {
        if (Double.isInfinite(number)) {
            return "∞";
        }
        NumberFormat format = NumberFormat.getNumberInstance(Locale.FRANCE);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
