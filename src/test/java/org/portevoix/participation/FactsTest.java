package org.portevoix.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.portevoix.TestTown;

class FactsTest {
    private final TestTown town = TestTown.open();
    private final Facts facts = town.bean(Facts.class);
    private final EvidenceEditions editions = town.bean(EvidenceEditions.class);

    @Test
    void factsAreFrozenWithTheirEdition() {
        StoredContract contract = StoredContract.named("faits-figes");
        write(contract, contract.housing(), "OPINION", "CONSULTED", "WEB", "centre", "20-39", "woman", 60);
        write(contract, contract.housing(), "OPINION", "CONSULTED", "PAPER", "gare", "60-74", "man", 40);
        write(contract, contract.sport(), "PRESENCE", "SPECTATOR", "MEETING", "gare", null, null, 30);
        write(contract, contract.sport(), "HEAD_COUNT", "SPECTATOR", "MEETING", "gare", null, null, 17);
        assertEquals(List.of(), of(contract, Cut.CHANNEL, "PAPER"), "no edition, no facts");
        CountedLedger.renew(town, contract.id());
        List<Facts.Fact> meeting = of(contract, Cut.CHANNEL, "MEETING");
        assertEquals(
                List.of("PRESENCE 10", "HEAD_COUNT 1"),
                meeting.stream().map(fact -> fact.act() + " " + fact.atLeast()).toList());
        assertEquals(1, of(contract, Cut.CHANNEL, "PAPER").size());
        assertEquals(2, of(contract, Cut.ACTION, "logement").size());
        assertEquals(2, of(contract, Cut.AXIS, "axe-logement").size());
        assertEquals(
                contract.housing(),
                of(contract, Cut.AXIS, "axe-logement").getFirst().action());
        assertEquals(4, of(contract, Cut.MONTH, "2027-03").size());
        assertEquals(List.of(), of(contract, Cut.MONTH, "2027-04"));
        assertEquals(List.of(), of(contract, Cut.CHANNEL, "PHONE"));

        write(contract, contract.housing(), "OPINION", "CONSULTED", "PHONE", "centre", "20-39", "woman", 10);
        CountedLedger.renew(town, contract.id());
        assertEquals(List.of(), of(contract, Cut.CHANNEL, "PHONE"), "too few for another edition");
        assertEquals(meeting, of(contract, Cut.CHANNEL, "MEETING"));
        write(contract, contract.housing(), "OPINION", "CONSULTED", "PHONE", "centre", "20-39", "woman", 50);
        TestTown.update("UPDATE evidence_edition SET as_of = '2026-01-01' WHERE contract_id = ?", contract.id());
        editions.renew(contract.id());
        assertEquals(List.of(), of(contract, Cut.CHANNEL, "PHONE"), "lines that no figure counts yet");
        CountedLedger.renew(town, contract.id());
        assertEquals(1, of(contract, Cut.CHANNEL, "PHONE").size());
        assertEquals(List.of("2"), TestTown.rows("""
                        SELECT DISTINCT number FROM evidence_fact JOIN evidence_edition ON id = edition_id
                        WHERE contract_id = ?
                        """, contract.id()), "those of the last edition alone are kept");
    }

    @Test
    void linesAddUpToLessThanTheirFigureAndRareOnesAreOnlyInIt() {
        StoredContract contract = StoredContract.named("faits-comptes");
        write(contract, contract.housing(), "OPINION", "CONSULTED", "WEB", "centre", "20-39", "woman", 45);
        write(contract, contract.housing(), "OPINION", "CONSULTED", "PAPER", "centre", "75+", "man", 4);
        write(contract, contract.sport(), "OPINION", "CONSULTED", "PAPER", "gare", null, null, 19);
        write(contract, contract.sport(), "PRESENCE", "SPECTATOR", "WEB", "gare", "60-74", "woman", 33);
        write(contract, null, "PRESENCE", "SPECTATOR", "WEB", "gare", "60-74", "woman", 9);
        CountedLedger.renew(town, contract.id());
        Evidence evidence = editions.of(contract.id(), Period.WHOLE);
        int lines = 0;
        for (Cut cut : Cut.ofLevels()) {
            for (String category : evidence.categories(cut)) {
                List<Facts.Fact> found = of(contract, cut, category);
                long least = found.stream().mapToLong(Facts.Fact::atLeast).sum();
                Evidence.Figure figure = evidence.figure(cut, category);
                assertTrue(least <= (figure.isHidden() ? 0 : figure.acts() + figure.heads()), cut + " " + category);
                lines += found.size();
                for (Facts.Fact fact : found) {
                    assertTrue(fact.atLeast() >= (cut.isProfile() && !category.equals(Cut.UNKNOWN) ? 22 : 10));
                    assertFalse(fact.channel() == Channel.PAPER && contract.housing() == or(fact.action()));
                }
            }
        }
        assertTrue(lines > 4, "lines: " + lines);
        assertEquals(
                List.of(),
                Arrays.stream(Facts.Fact.class.getRecordComponents())
                        .map(component -> component.getName().toLowerCase(java.util.Locale.ROOT))
                        .filter(name -> !List.of("month", "act", "action", "channel", "atleast")
                                .contains(name))
                        .collect(Collectors.toList()),
                "a line says nothing of who people are");
    }

    private static long or(@Nullable Long id) {
        return id == null ? 0 : id;
    }

    private List<Facts.Fact> of(StoredContract contract, Cut cut, String category) {
        Evidence evidence = editions.of(contract.id(), Period.WHOLE);
        return facts.of(
                contract.id(),
                Period.WHOLE,
                cut,
                category,
                null,
                Set.of(contract.housing(), contract.sport()),
                evidence.figure(cut, category));
    }

    private static void write(
            StoredContract contract,
            @Nullable Long sheet,
            String act,
            String level,
            String channel,
            String home,
            @Nullable String age,
            @Nullable String gender,
            int count) {
        TestTown.update("""
                INSERT INTO ledger_line (id, contract_id, kind, month, act, level, channel, action_sheet_id, home, age_band,
                    gender, phase, count)
                VALUES (RANDOM_BYTES(16), ?, 'PARTICIPATION', '2027-03', ?, ?, ?, ?, ?, ?, ?, 'DIAGNOSIS', ?)
                """, contract.id(), act, level, channel, sheet, home, age, gender, count);
    }
}
