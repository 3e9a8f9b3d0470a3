package org.portevoix.pack;

import com.ibm.icu.text.Bidi;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.LanguageNames;
import org.portevoix.language.Messages;
import org.portevoix.paper.Typeface;
import org.portevoix.paper.Words;
import org.portevoix.report.FigureWords;
import org.portevoix.report.Report;

/** The words of the pack on paper: its own in French, and those of residents in the language they were said in. */
@Singleton
class PaperWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH'\u00a0h\u00a0'mm", Locale.FRANCE);

    private final Messages messages;
    private final LanguageNames names;
    private final FigureWords figures;

    PaperWords(Messages messages, LanguageNames names, FigureWords figures) {
        this.messages = messages;
        this.names = names;
        this.figures = figures;
    }

    String say(String key) {
        return messages.say(Language.SOURCE, key);
    }

    String say(String key, Map<String, ?> arguments) {
        return messages.say(Language.SOURCE, key, arguments);
    }

    /** A message, to be printed. */
    Words told(String key) {
        return french(say(key));
    }

    Words told(String key, Map<String, ?> arguments) {
        return french(say(key, arguments));
    }

    /** A French text, to be printed; where letters of it can't be, it says so. */
    Words french(String text) {
        return new Words(
                Typeface.canPrint(text) ? text : text + " " + say("pack.desk.paper.unprintable"),
                Language.SOURCE,
                "ltr");
    }

    /** What a resident said; where it can't be printed, where it is read. */
    Words voice(Pack.Voice voice) {
        if (!Typeface.canPrint(voice.words())) {
            return told(
                    "pack.desk.paper.voice_unprintable",
                    Map.of("language", names.of(voice.language(), Language.SOURCE)));
        }
        boolean isRightToLeft = Bidi.getBaseDirection(voice.words()) == Bidi.RTL;
        return new Words(voice.words(), voice.language(), isRightToLeft ? "rtl" : "ltr");
    }

    String language(String code) {
        return names.of(code, Language.SOURCE);
    }

    String figure(Report.Value value) {
        return figures.of(value);
    }

    String count(@Nullable Long count) {
        return count == null ? say("report.desk.hidden") : FigureWords.whole(count);
    }

    String day(LocalDate day) {
        return DAY.format(day);
    }

    String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    String period(Pack pack) {
        return figures.of(pack.report().period());
    }

    /** Period, edition, day, version: on the first page and at the foot of each. */
    String origin(Pack pack) {
        return say(
                "pack.desk.paper.origin",
                Map.of(
                        "period", period(pack),
                        "edition", pack.report().edition(),
                        "day", moment(pack.madeAt(), pack.zone()),
                        "version", pack.version()));
    }
}
