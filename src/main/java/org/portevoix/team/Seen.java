package org.portevoix.team;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portevoix.desk.Work;
import org.portevoix.web.Digests;

/**
 * What was waiting at some moment: a hash of what each thing is, with how many. "15 avis à lire" after "14 avis à lire" is
 * one more of the same; after "16", somebody is at work.
 *
 * @param counts by what it is
 */
record Seen(Map<String, Long> counts) {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    static Seen of(List<Work.Waiting> waiting) {
        Map<String, Long> counts = new TreeMap<>();
        waiting.forEach(one -> counts.merge(what(one), howMany(one), Long::sum));
        return new Seen(counts);
    }

    static Seen read(String written) {
        return new Seen(written.lines()
                .map(line -> line.split(" ", 2))
                .filter(parts -> parts.length == 2)
                .collect(
                        Collectors.toMap(parts -> parts[0], parts -> Long.valueOf(parts[1]), Long::sum, TreeMap::new)));
    }

    String written() {
        return counts.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** Whether it was not there, or there is more of it. */
    boolean isNew(Work.Waiting waiting) {
        return howMany(waiting) > counts.getOrDefault(what(waiting), -1L);
    }

    private static String what(Work.Waiting waiting) {
        String what = waiting.address() + "\n" + NUMBER.matcher(waiting.title()).replaceAll("#") + "\n"
                + waiting.gravity() + "\n" + waiting.isLate();
        return HexFormat.of().formatHex(Digests.sha256(what.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    private static long howMany(Work.Waiting waiting) {
        Matcher number = NUMBER.matcher(waiting.title());
        return number.find() ? Long.parseLong(number.group()) : 1;
    }
}
