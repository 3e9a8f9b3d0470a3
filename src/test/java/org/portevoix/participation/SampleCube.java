package org.portevoix.participation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The sums of some lines, without a database. */
final class SampleCube {
    private SampleCube() {}

    static List<CubeCell> of(Collection<LedgerLine> lines) {
        Map<CubeCell, long[]> sums = new HashMap<>();
        for (LedgerLine line : lines) {
            for (Dimension.Place place : told(line).places()) {
                CubeCell key = new CubeCell(
                        place.dimension(),
                        place.category(),
                        line.month(),
                        line.act(),
                        line.level(),
                        line.isSensitive(),
                        0,
                        0);
                long[] sum = sums.computeIfAbsent(key, unused -> new long[2]);
                sum[0] += line.count();
                sum[1] += Math.abs(line.count());
            }
        }
        List<CubeCell> cells = new ArrayList<>();
        sums.forEach((key, sum) -> cells.add(new CubeCell(
                key.dimension(),
                key.category(),
                key.month(),
                key.act(),
                key.level(),
                key.isSensitive(),
                sum[0],
                sum[1])));
        return cells;
    }

    static EvidenceTables.Shape shape(SampleSubject subject) {
        Map<String, String> sheets = new HashMap<>();
        Map<String, String> axes = new HashMap<>();
        Map<String, String> areas = new HashMap<>();
        for (Subject.Sheet sheet : subject.sheets()) {
            sheets.put(Long.toString(sheet.id()), sheet.slug());
            axes.put(sheet.slug(), sheet.axis());
        }
        List<String> priority = subject.inPriorityAreas(SampleSubject.CONTRACT);
        for (Subject.Neighbourhood each : subject.neighbourhoods()) {
            areas.put(each.slug(), priority.contains(each.slug()) ? Cut.PRIORITY : Cut.NOT_PRIORITY);
        }
        return new EvidenceTables.Shape(sheets, axes, java.util.Set.of(), areas, java.util.Map.of());
    }

    static Dimension.Told told(LedgerLine line) {
        LedgerLine.Held held = line.held();
        return new Dimension.Told(
                line.act(),
                or(line.actionSheetId()),
                or(line.phase()),
                or(line.home()),
                or(line.place()),
                or(line.channel()),
                or(line.councilId()),
                or(line.language()),
                or(line.ageBand()),
                or(line.gender()),
                line.firstTime(),
                held == null ? null : held.startsAt().getHour(),
                held != null && held.isWeekend(),
                held != null && held.hasChildCare(),
                held != null && held.hasInterpreter());
    }

    private static String or(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}
