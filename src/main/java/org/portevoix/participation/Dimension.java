package org.portevoix.participation;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** By what the sums of the ledger are cut, one dimension (or one pair) at a time. */
enum Dimension {
    /** Everything, cut by nothing but month, act and level. */
    ALL,
    ACTION,
    PHASE,
    HOME,
    CHANNEL,
    /** The council through which it came. */
    RELAY,
    LANGUAGE,
    AGE,
    GENDER,
    ACTION_FIRST,
    HOME_FIRST,
    HOME_PHASE,
    CHANNEL_PHASE,
    /** Sessions held: place, and whether in the evening, at the weekend, with child care, with an interpreter. */
    SESSION,
    /** Sessions held: action and place. */
    SESSION_OF;

    static final String SEPARATOR = "|";
    static final String FIRST = "first";
    static final String AGAIN = "again";

    /** Whether the facts behind its figures are told. */
    boolean hasFacts() {
        return switch (this) {
            case ALL, PHASE, HOME, RELAY, LANGUAGE, AGE, GENDER -> true;
            default -> false;
        };
    }

    /** What a line counts in, dimension by dimension. */
    record Place(Dimension dimension, String category) {}

    /** A line as the database tells it. {@code from}: the hour at which a session began, null where it isn't known. */
    record Told(
            Act act,
            String action,
            String phase,
            String home,
            String place,
            String channel,
            String relay,
            String language,
            String age,
            String gender,
            @Nullable Boolean first,
            @Nullable Integer from,
            boolean isWeekend,
            boolean hasChildCare,
            boolean hasInterpreter) {

        List<Place> places() {
            return switch (act.kind()) {
                case INTENTION -> List.of(new Place(ALL, ""));
                case PARTICIPATION -> participation();
                case ACTIVITY -> activity();
            };
        }

        private List<Place> participation() {
            String said = first == null ? "" : first ? FIRST : AGAIN;
            return List.of(
                    new Place(ALL, ""),
                    new Place(ACTION, action),
                    new Place(PHASE, phase),
                    new Place(HOME, home),
                    new Place(CHANNEL, channel),
                    new Place(RELAY, relay),
                    new Place(LANGUAGE, language),
                    new Place(AGE, age),
                    new Place(GENDER, gender),
                    new Place(ACTION_FIRST, action + SEPARATOR + said),
                    new Place(HOME_FIRST, home + SEPARATOR + said),
                    new Place(HOME_PHASE, home + SEPARATOR + phase),
                    new Place(CHANNEL_PHASE, channel + SEPARATOR + phase));
        }

        private List<Place> activity() {
            List<Place> places = new java.util.ArrayList<>(List.of(new Place(ALL, ""), new Place(ACTION, action)));
            if (act == Act.SESSION_HELD) {
                places.add(new Place(SESSION, place + SEPARATOR + flags()));
                places.add(new Place(SESSION_OF, action + SEPARATOR + place));
            }
            return places;
        }

        /** One letter for each thing known of a session, {@code -} where nothing is. */
        private String flags() {
            StringBuilder flags = new StringBuilder();
            Consumer<String> add = flags::append;
            if (from != null) {
                add.accept(from >= HeldSessions.EVENING_HOUR ? "e" : "d");
                if (isWeekend) {
                    add.accept("w");
                }
            }
            if (hasChildCare) {
                add.accept("c");
            }
            if (hasInterpreter) {
                add.accept("i");
            }
            return flags.isEmpty() ? "-" : flags.toString();
        }
    }
}
