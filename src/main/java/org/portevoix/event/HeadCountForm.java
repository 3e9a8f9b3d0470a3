package org.portevoix.event;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portevoix.web.FormBody;

/**
 * Heads as they were typed: a number by {@code home-} and the slug of each neighbourhood (nothing typed is none), and
 * {@code child_care} and {@code interpreter} where there was one.
 */
record HeadCountForm(FormBody body) {

    private static final int MOST = 5_000;

    static String field(String home) {
        return "home-" + home;
    }

    String typed(String home) {
        return body.get(field(home)).strip();
    }

    boolean hasChildCare() {
        return body.get("child_care").equals("yes");
    }

    boolean hasInterpreter() {
        return body.get("interpreter").equals("yes");
    }

    /** Field to message key, for these homes. */
    Map<String, String> errors(List<String> homes) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (String home : homes) {
            if (!typed(home).isEmpty() && !isNumber(typed(home))) {
                errors.put(field(home), "event.desk.error.heads");
            }
        }
        if (errors.isEmpty() && homes.stream().allMatch(home -> typed(home).isEmpty())) {
            errors.put(field(homes.getFirst()), "event.desk.error.no_heads");
        }
        return errors;
    }

    HeadCounts.Heads heads(List<String> homes) {
        Map<String, Integer> people = new LinkedHashMap<>();
        homes.stream()
                .filter(home -> !typed(home).isEmpty())
                .forEach(home -> people.put(home, Integer.valueOf(typed(home))));
        return new HeadCounts.Heads(people, hasChildCare(), hasInterpreter());
    }

    private static boolean isNumber(String typed) {
        return typed.matches("[0-9]{1,4}") && Integer.parseInt(typed) <= MOST;
    }
}
