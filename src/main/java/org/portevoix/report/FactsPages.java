package org.portevoix.report;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.participation.Cut;
import org.portevoix.participation.Evidence;
import org.portevoix.participation.EvidenceEditions;
import org.portevoix.participation.Facts;
import org.portevoix.participation.ParticipationLevel;
import org.portevoix.participation.Period;
import org.portevoix.participation.Subject;
import org.portevoix.web.NotFound;

/** The facts behind a figure, as the desk shows them. */
@Singleton
class FactsPages {
    private final EvidenceEditions editions;
    private final Facts facts;
    private final Town town;
    private final LevelTables levels;
    private final Messages messages;
    private final FigureWords names;

    FactsPages(
            EvidenceEditions editions,
            Facts facts,
            Town town,
            LevelTables levels,
            Messages messages,
            FigureWords names) {
        this.editions = editions;
        this.facts = facts;
        this.town = town;
        this.levels = levels;
        this.messages = messages;
        this.names = names;
    }

    /** NotFound where there is no such table or level; priority areas have none. */
    FactsPage of(
            Contract contract,
            @Nullable String table,
            @Nullable String row,
            @Nullable String level,
            ReportQuery query) {
        Period period = query.period();
        Cut cut = Cut.ofLevels().stream()
                .filter(each -> LevelTables.key(each).equals(table) && each != Cut.AREA)
                .findFirst()
                .orElseThrow(NotFound::new);
        String category = row == null ? "" : row;
        ParticipationLevel asked = level == null || level.isEmpty()
                ? null
                : Arrays.stream(ParticipationLevel.values())
                        .filter(each -> each.key().equals(level))
                        .findFirst()
                        .orElseThrow(NotFound::new);
        Town.Known known = town.of(contract.id());
        Evidence.Figure figure =
                editions.of(contract.id(), period).figure(cut, category, asked == null ? Cut.ALL : asked.key());
        Map<Long, String> titles = new HashMap<>();
        for (Subject.Sheet sheet : known.sheets()) {
            titles.put(sheet.id(), known.titles().getOrDefault(sheet.slug(), sheet.slug()));
        }
        List<FactsPage.Line> lines = new ArrayList<>();
        for (Facts.Fact fact : facts.of(contract.id(), period, cut, category, asked, titles.keySet(), figure)) {
            Long action = fact.action();
            lines.add(new FactsPage.Line(
                    LevelTables.month(fact.month()),
                    say("report.desk.act." + fact.act().name()),
                    action == null ? say("report.desk.no_action") : titles.getOrDefault(action, ""),
                    say("participation.channel." + fact.channel().key()),
                    fact.atLeast()));
        }
        Long shown = figure.shown();
        ReportPart part = ReportPart.of(LevelTables.key(cut));
        return new FactsPage(
                contract.slug(),
                "/" + part.slug() + query.base() + "#" + LevelTables.key(cut),
                say("report.desk.part." + part.slug()),
                say("report.desk.cut." + LevelTables.key(cut)),
                levels.name(cut, category, known),
                asked == null ? "" : say("report.desk.level." + asked.key()),
                names.of(period),
                shown == null ? "" : String.format(Locale.FRANCE, "%,d", shown),
                shown == null,
                lines);
    }

    private String say(String key) {
        return messages.say(Language.SOURCE, key);
    }
}
