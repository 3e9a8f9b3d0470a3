package org.portevoix.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;
import org.portevoix.report.Report;

/** What a correction says has changed, where two rows bear the same name. */
class DifferencesTest {
    private static final TestTown TOWN = TestTown.open();

    private final Differences differences = TOWN.bean(Differences.class);
    private final Pack sample = SamplePacks.sample(TOWN);

    @Test
    void actionsOfTheSameNameAreToldApart() {
        Pack before = with(standing("sport-gare", "En cours"), standing("sport-centre", "À venir"));
        Pack after = with(standing("sport-centre", "À venir"), standing("sport-gare", "Terminée"));
        List<Pack.Change> changes = differences.between(before, after);
        assertEquals(1, changes.size(), changes.toString());
        assertEquals("Sport pour tous", changes.getFirst().row());
        assertEquals("En cours", changes.getFirst().before());
        assertEquals("Terminée", changes.getFirst().after());
        assertEquals(List.of(), differences.between(after, after));
        List<Pack.Change> gone = differences.between(before, with(standing("sport-centre", "À venir")));
        assertEquals(
                List.of("Sport pour tous"), gone.stream().map(Pack.Change::row).toList());
    }

    @Test
    void aPackFrozenWithoutKeysIsComparedByTitles() {
        assertEquals(
                List.of(), differences.between(with(standing(null, "En cours")), with(standing("sport", "En cours"))));
        Pack before = with(standing(null, "En cours"), standing(null, "À venir"));
        assertEquals(List.of(), differences.between(before, before));
        assertEquals(
                1,
                differences
                        .between(before, with(standing(null, "En cours"), standing(null, "Terminée")))
                        .size());
    }

    @Test
    void everyRowOfTheReportHasAKeyOfItsOwn() {
        for (Report.Table table : sample.report().tables()) {
            Set<String> keys = new HashSet<>();
            table.rows().forEach(row -> assertTrue(keys.add(row.key()), table.key() + " " + row.key()));
        }
    }

    private static Pack.Standing standing(@Nullable String slug, String progress) {
        return new Pack.Standing(slug, "Bouger", "Sport pour tous", progress, "", null);
    }

    private Pack with(Pack.Standing... standings) {
        return new Pack(
                sample.report(),
                sample.title(),
                sample.madeAt(),
                sample.zone(),
                sample.version(),
                sample.toDecide(),
                sample.voices(),
                sample.firsts(),
                sample.due(),
                Arrays.asList(standings),
                List.of());
    }
}
