package org.portevoix.flag;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers by which somebody can be found: telephone, social security, bank account, plate of a car. */
@Singleton
final class Numbers implements Detector {

    /** Signs that people put between digits. */
    private static final String BETWEEN = "[ \\u00a0\\u202f\\t./_-]{0,3}";

    /** Ten digits from 0, or nine after the sign of France; an O for a nought happens. */
    private static final Pattern FRENCH =
            Pattern.compile("(?<![\\d+])(?:(?:\\+|00)" + BETWEEN + "3" + BETWEEN + "3" + BETWEEN + "(?:\\(0\\)"
                    + BETWEEN + ")?0?|[0Oo])" + BETWEEN + "[1-9](?:" + BETWEEN + "[\\dOo]){8}(?![\\d\\p{L}])");

    private static final Pattern FOREIGN =
            Pattern.compile("(?<!\\d)(?:\\+|00)[1-9](?:[ \\u00a0.()-]{0,2}\\d){7,13}(?!\\d)");
    private static final Pattern DAY = Pattern.compile("\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d\\d.*");

    /** Sex, year, month, department (Corsica 2A, 2B), commune, order; then the key. Code de la sécurité sociale, R. 114-25. */
    private static final Pattern SOCIAL_SECURITY = Pattern.compile(String.join(
            "[ .\\u00a0-]{0,2}",
            "(?<![\\d\\p{L}])([12378])",
            "(\\d{2})",
            "(\\d{2})",
            "(\\d{2}|2[ABab])",
            "(\\d{3})",
            "(\\d{3})",
            "(?:(?:cl[ée] ?)?(\\d{2}))?(?![\\d\\p{L}])"));

    private static final Pattern IBAN =
            Pattern.compile("(?<![\\p{L}\\d])[A-Za-z]{2}\\d{2}(?:[ \\u00a0-]?[A-Za-z\\d]){11,30}(?![\\p{L}\\d])");

    /** Since 2009: neither I, O nor U, and no SS. With dashes in any case, else in capitals. */
    private static final Pattern PLATE =
            Pattern.compile("(?<![\\p{L}\\d-])(?:(?i:(?!SS)[A-HJ-NP-TV-Z]{2}-\\d{3}-(?!SS)[A-HJ-NP-TV-Z]{2})"
                    + "|(?!SS)[A-HJ-NP-TV-Z]{2} ?\\d{3} ?(?!SS)[A-HJ-NP-TV-Z]{2}"
                    + "|\\d{2,4}[ -]?[A-HJ-NP-TV-Z]{2,3}[ -]?(?:\\d{2}|2[AB]|97\\d))(?![\\p{L}\\d-])");

    private static final int SHORTEST_IBAN = 15;

    @Override
    public Stream<Found> find(String words) {
        List<Found> longer = Stream.of(
                        SOCIAL_SECURITY
                                .matcher(words)
                                .results()
                                .filter(Numbers::hasItsKey)
                                .map(match -> found(FlagKind.SOCIAL_SECURITY, match)),
                        IBAN.matcher(words).results().flatMap(match -> iban(words, match)))
                .flatMap(found -> found)
                .toList();
        Stream<Found> telephones = Stream.of(
                        FRENCH.matcher(words)
                                .results()
                                .filter(match -> !DAY.matcher(match.group()).matches())
                                .map(match -> found(FlagKind.TELEPHONE, match)),
                        FOREIGN.matcher(words).results().map(match -> found(FlagKind.TELEPHONE, match)),
                        SpelledNumbers.telephones(words))
                .flatMap(found -> found)
                .filter(one -> longer.stream().noneMatch(other -> one.from() < other.to() && other.from() < one.to()));
        Stream<Found> plates = PLATE.matcher(words).results().map(match -> found(FlagKind.PLATE, match));
        return Stream.of(longer.stream(), telephones, plates).flatMap(found -> found);
    }

    private static Found found(FlagKind kind, MatchResult match) {
        return new Found(kind, match.start(), match.end());
    }

    /** 97 less the rest by 97; Corsica counts as 19 and 18. Without a key, a month that there is. */
    private static boolean hasItsKey(MatchResult match) {
        String department =
                match.group(4).toUpperCase(Locale.ROOT).replace("2A", "19").replace("2B", "18");
        int month = Integer.parseInt(match.group(3));
        if (match.group(7) == null) {
            return (match.group(1).equals("1") || match.group(1).equals("2")) && month >= 1 && month <= 12;
        }
        long number = Long.parseLong(
                match.group(1) + match.group(2) + match.group(3) + department + match.group(5) + match.group(6));
        return 97 - number % 97 == Long.parseLong(match.group(7));
    }

    /** The longest beginning whose check digits are right (ISO 13616): words may follow. */
    private static Stream<Found> iban(String words, MatchResult match) {
        int from = match.start();
        for (int to = match.end(); to > from; to--) {
            String number =
                    words.substring(from, to).replaceAll("[^\\p{L}\\d]", "").toUpperCase(Locale.ROOT);
            if (number.length() < SHORTEST_IBAN) {
                break;
            }
            boolean isAtEnd = to == words.length() || !Character.isLetterOrDigit(words.charAt(to));
            if (isAtEnd && Character.isLetterOrDigit(words.charAt(to - 1)) && isIban(number)) {
                return Stream.of(new Found(FlagKind.IBAN, from, to));
            }
        }
        return Stream.empty();
    }

    private static boolean isIban(String number) {
        StringBuilder digits = new StringBuilder();
        (number.substring(4) + number.substring(0, 4))
                .chars()
                .forEach(sign -> digits.append(Character.getNumericValue(sign)));
        return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
    }
}
