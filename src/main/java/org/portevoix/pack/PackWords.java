package org.portevoix.pack;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Period;
import org.portevoix.report.FigureWords;
import org.portevoix.report.Report;

/** Says in French what the pack tells. */
@Singleton
class PackWords {
    private static final int MOST_NAMES = 3;

    private final Messages messages;
    private final FigureWords figures;

    PackWords(Messages messages, FigureWords figures) {
        this.messages = messages;
        this.figures = figures;
    }

    String say(String key) {
        return messages.say(Language.SOURCE, key);
    }

    String say(String key, Map<String, ?> arguments) {
        return messages.say(Language.SOURCE, key, arguments);
    }

    String period(Period period) {
        return figures.of(period);
    }

    /** The first few names, and how many more. */
    String names(List<String> names) {
        int more = names.size() - MOST_NAMES;
        String first = String.join(" ; ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return more <= 0 ? first : say("pack.desk.names_more", Map.of("names", first, "count", more));
    }

    String shown(Report.Value value) {
        return figures.of(value);
    }
}
