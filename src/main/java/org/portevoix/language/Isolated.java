package org.portevoix.language;

/**
 * Somebody's words inside a sentence of the site: marks of direction that they hold turn nothing beside them (Unicode
 * Standard Annex 9, 2.4). Words without such marks stay as they are.
 */
final class Isolated {

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP = '\u2069';

    private Isolated() {}

    static Object argument(Object argument) {
        return argument instanceof String words && words.chars().anyMatch(Isolated::turns) ? isolated(words) : argument;
    }

    /** What was opened is closed; an end without a beginning, which would end more than these words, is left out. */
    private static String isolated(String words) {
        StringBuilder whole = new StringBuilder().append(FIRST_STRONG_ISOLATE);
        int open = 0;
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            if (sign == POP && open == 0) {
                continue;
            }
            if (sign >= '\u2066' && sign <= FIRST_STRONG_ISOLATE) {
                open++;
            } else if (sign == POP) {
                open--;
            }
            whole.append(sign);
        }
        return whole.repeat(POP, open + 1).toString();
    }

    private static boolean turns(int sign) {
        return sign >= '\u202a' && sign <= '\u202e' || sign >= '\u2066' && sign <= POP;
    }
}
