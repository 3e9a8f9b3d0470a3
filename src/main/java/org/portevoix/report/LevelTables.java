package org.portevoix.report;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.language.Language;
import org.portevoix.language.LanguageNames;
import org.portevoix.language.Messages;
import org.portevoix.participation.Channel;
import org.portevoix.participation.Cut;
import org.portevoix.participation.Evidence;
import org.portevoix.participation.Figures;
import org.portevoix.participation.LedgerLine;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Phase;
import org.portevoix.participation.Profile;
import org.portevoix.report.Report.Column;
import org.portevoix.report.Report.Kind;
import org.portevoix.report.Report.Row;
import org.portevoix.report.Report.Table;
import org.portevoix.report.Report.Value;

/** The tables of levels: acts of individuals at each level, heads apart, their sum, and the period before. */
@Singleton
class LevelTables {
    /** Of languages or relays, all those that no page lists. */
    static final String OTHERS = "others";

    private final Messages messages;
    private final LanguageNames languages;

    LevelTables(Messages messages, LanguageNames languages) {
        this.messages = messages;
        this.languages = languages;
    }

    /** In the order of the report; that of priority areas as well, for the committee alone, where the town has some. */
    List<Table> of(Town.Known town, Set<String> languagesOffered, Evidence now, @Nullable Evidence before) {
        List<Table> tables = new ArrayList<>();
        for (Cut cut : Cut.ofLevels()) {
            if (cut != Cut.AREA || !now.categories(Cut.AREA).isEmpty()) {
                tables.add(table(cut, keys(cut, town, languagesOffered, now), town, now, before));
            }
        }
        return tables;
    }

    private Table table(Cut cut, List<String> keys, Town.Known town, Evidence now, @Nullable Evidence before) {
        List<Row> rows = new ArrayList<>();
        for (String key : keys) {
            Kind kind = key.equals(Cut.UNKNOWN) ? Kind.UNKNOWN : Kind.USUAL;
            rows.add(row(cut, key, name(cut, key, town), kind, now, before));
        }
        rows.add(total(now, cut == Cut.MONTH ? null : before));
        return new Table(
                key(cut),
                say("report.desk.cut." + key(cut)),
                "levels",
                say("report.desk.first." + key(cut)),
                columns(before != null && cut != Cut.MONTH),
                rows,
                null,
                cut == Cut.AREA);
    }

    private List<Column> columns(boolean isCompared) {
        List<Column> columns = new ArrayList<>();
        for (ParticipationLevel level : ParticipationLevel.values()) {
            columns.add(new Column(level.key(), say("report.desk.level." + level.key())));
        }
        columns.add(new Column("acts", say("report.desk.column.acts")));
        columns.add(new Column("heads", say("report.desk.column.heads")));
        columns.add(new Column("all", say("report.desk.column.all")));
        if (isCompared) {
            columns.add(new Column("before", say("report.desk.column.before")));
            columns.add(new Column("difference", say("report.desk.column.difference")));
        }
        return columns;
    }

    private static Row row(Cut cut, String key, String name, Kind kind, Evidence now, @Nullable Evidence before) {
        List<Value> values = new ArrayList<>();
        for (ParticipationLevel level : ParticipationLevel.values()) {
            values.add(
                    Value.count(now.figure(cut, key, level.key()).shownActs()).with(facts(cut, key, level.key(), now)));
        }
        Evidence.Figure all = now.figure(cut, key);
        values.add(Value.count(all.shownActs()).with(facts(cut, key, "", now)));
        values.add(all.isHidden() ? Value.hidden() : Value.count(all.heads()));
        values.add(Value.count(all.shown()).with(facts(cut, key, "", now)));
        if (before != null && cut != Cut.MONTH) {
            values.addAll(compared(all, before.figure(cut, key)));
        }
        return new Row(key, name, kind, values);
    }

    /** The figure before, and the difference: hidden where either figure is, for it would tell the other. */
    static List<Value> compared(Evidence.Figure now, Evidence.Figure before) {
        Long is = now.shown();
        Long was = before.shown();
        return List.of(Value.count(was), is == null || was == null ? Value.hidden() : Value.count(is - was));
    }

    private Row total(Evidence now, @Nullable Evidence before) {
        List<Value> values = new ArrayList<>();
        for (ParticipationLevel level : ParticipationLevel.values()) {
            values.add(Value.count(now.figure(Cut.LEVEL, level.key()).shownActs()));
        }
        Evidence.Figure all = now.total();
        values.add(Value.count(all.shownActs()));
        values.add(all.isHidden() ? Value.hidden() : Value.count(all.heads()));
        values.add(Value.count(all.shown()));
        if (before != null) {
            values.addAll(compared(all, before.total()));
        }
        return new Row("total", say("report.desk.total"), Kind.TOTAL, values);
    }

    private static @Nullable String facts(Cut cut, String key, String level, Evidence now) {
        return cut == Cut.AREA
                ? null
                : "tableau=" + key(cut) + "&ligne=" + URLEncoder.encode(key, StandardCharsets.UTF_8)
                        + (level.isEmpty() ? "" : "&niveau=" + level)
                        + (now.period().isWhole()
                                ? ""
                                : "&periode=" + now.period().key());
    }

    /**
     * Those that the page lists, and those that counted something; who didn't say last. A language or a relay that no page lists
     * would tell by its row alone that somebody came by it: while its figure is hidden, it is in the row of all the others.
     */
    private static List<String> keys(Cut cut, Town.Known town, Set<String> languagesOffered, Evidence now) {
        Set<String> keys = new LinkedHashSet<>();
        switch (cut) {
            case ACTION -> town.sheets().forEach(sheet -> keys.add(sheet.slug()));
            case AXIS -> keys.addAll(town.axes().keySet());
            case PHASE -> Arrays.stream(Phase.values()).forEach(phase -> keys.add(phase.name()));
            case NEIGHBOURHOOD -> {
                town.places().forEach(place -> keys.add(place.slug()));
                keys.add(LedgerLine.OTHER_TOWN);
            }
            case CHANNEL -> Arrays.stream(Channel.values()).forEach(channel -> keys.add(channel.name()));
            case AGE -> keys.addAll(Profile.AGE_BANDS);
            case GENDER -> keys.addAll(Profile.GENDERS);
            case AREA -> keys.addAll(List.of(Cut.PRIORITY, Cut.NOT_PRIORITY));
            case LANGUAGE -> {
                keys.addAll(languagesOffered);
                keys.addAll(town.spoken().keySet());
            }
            case RELAY -> town.councils().keySet().forEach(council -> keys.add(council.toString()));
            default -> {
                // Months: those that counted something.
            }
        }
        boolean isOpen = cut == Cut.LANGUAGE || cut == Cut.RELAY;
        now.categories(cut).stream()
                .filter(key -> !isOpen || !now.figure(cut, key).isHidden())
                .forEach(keys::add);
        if (isOpen && now.figure(cut, OTHERS).isHidden()) {
            keys.add(OTHERS);
        }
        if (cut == Cut.ACTION) {
            keys.add(Figures.NO_ACTION);
        } else if (cut == Cut.AXIS) {
            keys.add(Figures.NO_AXIS);
        } else if (cut != Cut.MONTH) {
            keys.remove(Cut.UNKNOWN);
            keys.add(Cut.UNKNOWN);
        }
        return List.copyOf(keys);
    }

    String name(Cut cut, String key, Town.Known town) {
        if (key.equals(Cut.UNKNOWN)) {
            return say(cut == Cut.RELAY ? "report.desk.no_relay" : "report.desk.unknown");
        }
        if (key.equals(OTHERS)) {
            return say(cut == Cut.RELAY ? "report.desk.other_relays" : "report.desk.other_languages");
        }
        return switch (cut) {
            case ACTION ->
                key.equals(Figures.NO_ACTION)
                        ? say("report.desk.no_action")
                        : town.titles().getOrDefault(key, key);
            case AXIS ->
                key.equals(Figures.NO_AXIS)
                        ? say("report.desk.no_axis")
                        : town.axes().getOrDefault(key, key);
            case PHASE -> say("contract.phase." + key);
            case NEIGHBOURHOOD ->
                key.equals(LedgerLine.OTHER_TOWN)
                        ? say("report.desk.other_town")
                        : town.places().stream()
                                .filter(place -> place.slug().equals(key))
                                .map(Town.Place::name)
                                .findFirst()
                                .orElse(key);
            case CHANNEL -> say("participation.channel." + key.toLowerCase(Locale.ROOT));
            case RELAY ->
                key.matches("[0-9]{1,18}")
                        ? town.councils().getOrDefault(Long.valueOf(key), say("report.desk.relay_gone"))
                        : say("report.desk.relay_gone");
            case LANGUAGE -> languages.of(key, Language.SOURCE);
            case AGE -> say("consultation.age." + key);
            case GENDER -> say("consultation.gender." + key);
            case AREA -> say("report.desk.area." + key);
            case MONTH -> month(YearMonth.parse(key));
            default -> key;
        };
    }

    static String month(YearMonth month) {
        return month.format(java.time.format.DateTimeFormatter.ofPattern("LLLL yyyy", Locale.FRANCE));
    }

    /** The name of a cut in addresses and formats. */
    static String key(Cut cut) {
        return cut.name().toLowerCase(Locale.ROOT);
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
