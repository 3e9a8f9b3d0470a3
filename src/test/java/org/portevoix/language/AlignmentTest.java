package org.portevoix.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portevoix.language.Alignment.Part;

class AlignmentTest {
    private static final String DAY = "Le forum a lieu samedi à la salle Pablo Neruda.";
    private static final String FREE = "C’est gratuit, sans rendez-vous.";
    private static final String CARE = "On garde vos enfants sur place.";

    @Test
    void whatIsTheSameGoesToTheSame() {
        assertArrayEquals(new int[] {0, 1, 2}, align(List.of(DAY, FREE, CARE), List.of(DAY, FREE, CARE)));
    }

    @Test
    void aChangedParagraphKeepsItsPlace() {
        assertArrayEquals(
                new int[] {0, 1, 2}, align(List.of(DAY, FREE, CARE), List.of(DAY, "Tout autre chose.", CARE)));
    }

    @Test
    void anInsertedParagraphMovesTheOthers() {
        assertArrayEquals(new int[] {1, 2, 3}, align(List.of(DAY, FREE, CARE), List.of("Nouveau !", DAY, FREE, CARE)));
        assertArrayEquals(new int[] {0, 2, 3}, align(List.of(DAY, FREE, CARE), List.of(DAY, "Nouveau !", FREE, CARE)));
    }

    @Test
    void aRemovedParagraphGoesNowhere() {
        assertArrayEquals(new int[] {0, -1, 1}, align(List.of(DAY, FREE, CARE), List.of(DAY, CARE)));
    }

    @Test
    void aMovedParagraphIsFoundAgain() {
        assertArrayEquals(new int[] {2, 0, 1}, align(List.of(DAY, FREE, CARE), List.of(FREE, CARE, DAY)));
    }

    @Test
    void whatWasTakenAwayIsNotWhatWasAddedElsewhere() {
        assertArrayEquals(
                new int[] {-1, 0, 1}, align(List.of(DAY, FREE, CARE), List.of(FREE, CARE, "Apportez votre carte.")));
    }

    @Test
    void aCorrectedParagraphIsKnownFromANewOneBesideIt() {
        String corrected = "Le forum a lieu dimanche à la salle Pablo Neruda.";
        assertArrayEquals(new int[] {1, 2}, align(List.of(DAY, FREE), List.of("Nouveau !", corrected, FREE)));
        assertArrayEquals(new int[] {0, 1}, align(List.of(DAY, FREE), List.of(corrected, FREE, "Nouveau !")));
    }

    @Test
    void aParagraphBothMovedAndCorrectedIsFoundAgain() {
        String corrected = "Le forum a lieu dimanche à la salle Pablo Neruda.";
        assertArrayEquals(new int[] {2, 0, 1}, align(List.of(DAY, FREE, CARE), List.of(FREE, CARE, corrected)));
    }

    @Test
    void theSameParagraphTwiceIsTwoParagraphs() {
        assertArrayEquals(new int[] {0, 1, 2}, align(List.of(FREE, FREE, DAY), List.of(FREE, FREE, DAY)));
        assertArrayEquals(new int[] {0, -1, 1}, align(List.of(FREE, FREE, DAY), List.of(FREE, DAY)));
    }

    @Test
    void digestsAloneSuffice() {
        List<Part> before =
                List.of(new Part(Digest.of(DAY), ""), new Part(Digest.of("x"), ""), new Part(Digest.of(CARE), ""));
        assertArrayEquals(new int[] {0, 1, 2}, Alignment.of(before, Part.of(List.of(DAY, FREE, CARE))));
    }

    /** Whatever is done to the source, what was not touched keeps its translation, and no two get the same place. */
    @Test
    void noUntouchedParagraphIsEverLost() {
        Random chance = new Random(20261122);
        for (int round = 0; round < 3_000; round++) {
            List<String> before = new ArrayList<>();
            int size = chance.nextInt(1, 9);
            for (int i = 0; i < size; i++) {
                before.add("paragraphe " + round + " numéro " + i);
            }
            List<String> after = new ArrayList<>(before);
            for (int change = chance.nextInt(4); change > 0; change--) {
                int place = after.isEmpty() ? 0 : chance.nextInt(after.size());
                switch (chance.nextInt(4)) {
                    case 0 -> after.add(place, "neuf " + round + "." + change);
                    case 1 -> {
                        if (!after.isEmpty()) {
                            after.remove(place);
                        }
                    }
                    case 2 -> Collections.rotate(after, chance.nextInt(3));
                    default -> {
                        if (!after.isEmpty()) {
                            after.set(place, after.get(place) + " corrigé " + change);
                        }
                    }
                }
            }
            int[] to = align(before, after);
            int[] places = Arrays.stream(to).filter(place -> place >= 0).toArray();
            assertEquals(places.length, Arrays.stream(places).distinct().count());
            for (int i = 0; i < size; i++) {
                if (after.contains(before.get(i))) {
                    assertEquals(after.indexOf(before.get(i)), to[i], before + " -> " + after);
                }
            }
        }
    }

    private static int[] align(List<String> before, List<String> after) {
        return Alignment.of(Part.of(before), Part.of(after));
    }
}
