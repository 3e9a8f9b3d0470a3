package org.portevoix.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.portevoix.language.SaidWord;

/** Telephone numbers in French words, "zéro six douze trente-quatre…", digits among them or not. */
final class SpelledNumbers {

    private static final Map<String, Integer> WORDS = Map.ofEntries(
            Map.entry("zero", 0),
            Map.entry("un", 1),
            Map.entry("une", 1),
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("quatre", 4),
            Map.entry("cinq", 5),
            Map.entry("six", 6),
            Map.entry("sept", 7),
            Map.entry("huit", 8),
            Map.entry("neuf", 9),
            Map.entry("dix", 10),
            Map.entry("onze", 11),
            Map.entry("douze", 12),
            Map.entry("treize", 13),
            Map.entry("quatorze", 14),
            Map.entry("quinze", 15),
            Map.entry("seize", 16),
            Map.entry("vingt", 20),
            Map.entry("vingts", 20),
            Map.entry("trente", 30),
            Map.entry("quarante", 40),
            Map.entry("cinquante", 50),
            Map.entry("soixante", 60),
            Map.entry("septante", 70),
            Map.entry("huitante", 80),
            Map.entry("nonante", 90));

    private static final int TELEPHONE = 10;

    private SpelledNumbers() {}

    static Stream<Found> telephones(String words) {
        List<SaidWord> said = SaidWord.of(words);
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            int end = said.get(i).text().equals("zero") || said.get(i).text().equals("0") ? end(said, i) : -1;
            if (end > 0) {
                found.add(new Found(
                        FlagKind.TELEPHONE,
                        said.get(i).from(),
                        said.get(end - 1).to()));
                i = end;
            }
        }
        return found.stream();
    }

    /** The word after the last one when ten digits begin at this word, of which one at least is in words; else -1. */
    private static int end(List<SaidWord> said, int from) {
        StringBuilder digits = new StringBuilder();
        boolean isSpelled = false;
        int at = from;
        while (at < said.size() && digits.length() < TELEPHONE) {
            String word = said.get(at).text();
            Integer value = WORDS.get(word);
            if (value == null) {
                if (!word.chars().allMatch(Character::isDigit)) {
                    return -1;
                }
                digits.append(word);
                at++;
                continue;
            }
            isSpelled = true;
            at++;
            if (value == 4 && at < said.size() && said.get(at).text().startsWith("vingt")) {
                value = 80;
                at++;
            }
            if (value >= 20) {
                int next = at < said.size() && said.get(at).text().equals("et") ? at + 1 : at;
                Integer unit = next < said.size() ? WORDS.get(said.get(next).text()) : null;
                int most = value == 60 || value == 80 ? 16 : 9;
                if (unit != null && unit >= 1 && unit <= most) {
                    value += unit;
                    at = next + 1;
                    if (unit == 10 && at < said.size()) {
                        Integer more = WORDS.get(said.get(at).text());
                        if (more != null && more >= 7 && more <= 9) {
                            value += more;
                            at++;
                        }
                    }
                }
            } else if (value == 10 && at < said.size()) {
                Integer more = WORDS.get(said.get(at).text());
                if (more != null && more >= 7 && more <= 9) {
                    value += more;
                    at++;
                }
            }
            digits.append(value);
        }
        return isSpelled && digits.length() == TELEPHONE ? at : -1;
    }
}
