package org.portevoix.report;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.actionsheet.SheetYear;
import org.portevoix.actionsheet.SheetYears;
import org.portevoix.contract.Contract;
import org.portevoix.followup.SheetAnswers;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Activities;
import org.portevoix.participation.Cut;
import org.portevoix.participation.Period;
import org.portevoix.participation.Subject;

/** Says in French all that a contract's database knows of its sheets in a year. */
@Singleton
class YearSheets {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.FRANCE);

    private final SheetYears sheets;
    private final SheetAnswers answers;
    private final Activities activities;
    private final Messages messages;
    private final FigureWords figures;

    YearSheets(SheetYears sheets, SheetAnswers answers, Activities activities, Messages messages, FigureWords figures) {
        this.sheets = sheets;
        this.answers = answers;
        this.activities = activities;
        this.messages = messages;
        this.figures = figures;
    }

    /** {@code report}: of the year. */
    List<YearPage.Sheet> of(Contract contract, Year year, Report report, Town.Known town, List<Subject.Sheet> asked) {
        Map<Long, List<SheetAnswers.Answer>> answered = answers.of(contract.id(), year);
        Map<Long, Map<String, Long>> held =
                activities.of(contract.id(), new Period(year.toString())).byAction();
        Map<String, String> axes = new HashMap<>();
        asked.forEach(sheet -> axes.put(sheet.slug(), town.axes().getOrDefault(sheet.axis(), "")));
        Map<String, String> places = new HashMap<>(Map.of(Cut.UNKNOWN, say("report.desk.not_known")));
        town.places().forEach(place -> places.put(place.slug(), place.name()));
        Map<String, Report.Row> received = rows(report, "action");
        Map<String, Report.Row> kept = rows(report, "sheets");
        return sheets.of(contract.id(), asked.stream().map(Subject.Sheet::id).toList(), year).stream()
                .map(sheet -> {
                    Lines lines = new Lines(places);
                    lines.isWritten(sheet);
                    lines.happened(
                            sheet,
                            held.getOrDefault(sheet.id(), Map.of()),
                            answered.getOrDefault(sheet.id(), List.of()));
                    lines.counted(report, received.get(sheet.slug()), kept.get(sheet.slug()), sheet.plan());
                    lines.why(sheet.why());
                    return new YearPage.Sheet(
                            sheet.slug(),
                            axes.getOrDefault(sheet.slug(), ""),
                            sheet.title(),
                            sheet.summary(),
                            lines.entries);
                })
                .toList();
    }

    private static Map<String, Report.Row> rows(Report report, String table) {
        Map<String, Report.Row> rows = new HashMap<>();
        report.table(table).ifPresent(found -> found.rows().forEach(row -> rows.put(row.key(), row)));
        return rows;
    }

    /** The entries of one sheet; the same of each, in the same order. */
    private final class Lines {
        private final List<YearPage.Entry> entries = new ArrayList<>();
        private final Map<String, String> places;

        Lines(Map<String, String> places) {
            this.places = places;
        }

        void isWritten(SheetYear sheet) {
            add("lead", sheet.who().lead());
            add("partners", String.join(", ", sheet.who().partners()));
            add("publics", words("actionsheet.public.", sheet.who().publics()));
            add("dates", dates(sheet.startsOn(), sheet.endsOn()));
            add("phase", sheet.phase() == null ? "" : say("contract.phase." + sheet.phase()));
            add(
                    "approach",
                    say("actionsheet.approach." + sheet.where().approach()),
                    sheet.where().base(),
                    sheet.where().more(),
                    sheet.where().because());
            add("places", named(sheet.where().held()));
            add("stronger", named(sheet.where().stronger()));
            add("progress", sheet.progress() == null ? "" : say("actionsheet.progress." + sheet.progress()));
            add("outcome", sheet.outcome() == null ? "" : say("actionsheet.outcome." + sheet.outcome()));
        }

        void happened(SheetYear sheet, Map<String, Long> held, List<SheetAnswers.Answer> answered) {
            entry("history", sheet.steps().stream().map(YearSheets.this::step).toList());
            entry(
                    "indicators",
                    sheet.indicators().stream().map(YearSheets.this::indicator).toList());
            entry("planned", sheet.planned());
            List<String> sessions = new ArrayList<>();
            sessions.add(FigureWords.whole(
                    held.values().stream().mapToLong(Long::longValue).sum()));
            held.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(place -> sessions.add(places.getOrDefault(place.getKey(), place.getKey()) + " : "
                            + FigureWords.whole(place.getValue())));
            entry("sessions", sessions);
            entry(
                    "answers",
                    answered.stream()
                            .map(answer -> day(answer.day()) + " : " + answer.said() + " → "
                                    + say("followup.decision."
                                            + answer.decision().name()) + ". "
                                    + answer.decided())
                            .toList());
        }

        /** Of the report's own tables, so that it can say nothing that they hide. */
        void counted(Report report, Report.@Nullable Row received, Report.@Nullable Row kept, SheetYear.Plan plan) {
            List<String> aimed = new ArrayList<>();
            if (kept != null) {
                aimed.add(value(kept.values().getFirst()));
                if (kept.values().get(1).number() != null) {
                    aimed.add(messages.say(
                            Language.SOURCE,
                            "report.desk.year.how_many",
                            Map.of("n", value(kept.values().get(1)))));
                }
            }
            add(
                    "aimed",
                    aimed.isEmpty() ? "" : String.join(", ", aimed),
                    plan.who(),
                    plan.invited(),
                    plan.followed(),
                    plan.noneBecause());
            List<String> acts = new ArrayList<>();
            boolean isCounted = report.asOf() != null;
            Report.Table table = isCounted ? report.table("action").orElse(null) : null;
            if (!isCounted) {
                acts.add(say("report.desk.year.not_counted"));
            }
            for (int index = 0;
                    table != null
                            && received != null
                            && index < received.values().size();
                    index++) {
                String key = table.columns().get(index).key();
                if (!key.equals("before") && !key.equals("difference")) {
                    acts.add(table.columns().get(index).title() + " : "
                            + value(received.values().get(index)));
                }
            }
            entry("acts", acts);
            add("reached", kept == null || !isCounted ? "" : value(kept.values().getLast()));
            add("promise", kept == null ? "" : value(kept.values().get(3)));
        }

        void why(SheetYear.Why why) {
            add("determinants", words("actionsheet.determinant.", why.determinants()));
            add("pathway", words("actionsheet.pathway.", why.pathway()));
            add("pathway_break", why.pathwayBreak());
            add("objectives", why.objectives());
            add("context", why.context());
            add("means", why.means());
        }

        private String named(Collection<String> slugs) {
            return String.join(
                    ", ",
                    slugs.stream()
                            .map(slug -> places.getOrDefault(slug, slug))
                            .sorted()
                            .toList());
        }

        private void add(String key, @Nullable String... lines) {
            List<String> written = new ArrayList<>();
            for (String line : lines) {
                if (line != null && !line.isBlank()) {
                    written.add(line);
                }
            }
            entry(key, written);
        }

        private void entry(String key, List<String> lines) {
            entries.add(new YearPage.Entry(key, say("report.desk.year." + key), List.copyOf(lines)));
        }
    }

    private String step(SheetYear.Step step) {
        StringBuilder told = new StringBuilder(day(step.day()));
        told.append(" : ").append(say("actionsheet.progress." + step.progress()));
        if (step.outcome() != null) {
            told.append(", ").append(say("actionsheet.outcome." + step.outcome()));
        }
        if (step.reason() != null) {
            told.append(" (").append(say("actionsheet.reason." + step.reason())).append(')');
        }
        if (step.note() != null) {
            told.append(". ").append(step.note());
        }
        if (step.adaptation() != null) {
            told.append(" → ").append(step.adaptation());
        }
        return told.toString();
    }

    private String indicator(SheetYear.Indicator indicator) {
        List<String> parts = new ArrayList<>();
        if (indicator.baseline() != null) {
            parts.add(say("actionsheet.measure.baseline") + " : " + number(indicator.baseline(), indicator.unit()));
        }
        if (indicator.target() != null) {
            parts.add(say("actionsheet.measure.target") + " : " + number(indicator.target(), indicator.unit()));
        }
        for (SheetYear.Reading reading : indicator.readings()) {
            String source = reading.source();
            parts.add(day(reading.day()) + " : " + number(reading.value(), indicator.unit())
                    + (source == null ? "" : " (" + source + ")"));
        }
        if (indicator.readings().isEmpty()) {
            parts.add(say("report.desk.year.no_reading"));
        }
        return say("actionsheet.measure.kind." + indicator.kind()) + " " + indicator.title() + ". "
                + String.join(" ; ", parts);
    }

    private static String number(BigDecimal value, String unit) {
        String shown = value.stripTrailingZeros().toPlainString().replace('.', ',');
        return unit.isEmpty() ? shown : shown + " " + unit;
    }

    private String dates(@Nullable LocalDate from, @Nullable LocalDate until) {
        return (from == null ? "" : day(from)) + (until == null ? "" : " → " + day(until));
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private String value(Report.Value value) {
        return figures.of(value);
    }

    private String words(String prefix, List<String> words) {
        return String.join(
                ", ",
                words.stream()
                        .map(word -> messages.say(Language.SOURCE, prefix + word))
                        .toList());
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
