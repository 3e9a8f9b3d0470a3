package org.portevoix.moderation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portevoix.flag.FlagKind;
import org.portevoix.web.FormBody;

/**
 * Which opinions of a list somebody wants to see, as the address says it; "" where they want all.
 *
 * @param consultation slug
 * @param language code, of the form in which it was given
 * @param flag name of what the site noticed
 * @param whose MINE, FREE (nobody looks after it) or ""
 * @param words to look for, all of them, as typed
 * @param theme key of one that a person has confirmed
 */
record QueueFilter(String consultation, String language, String flag, String whose, String words, String theme) {

    static final QueueFilter ALL = new QueueFilter("", "", "", "", "", "");

    /** What the site may notice, the gravest first. */
    static final List<String> FLAGS =
            Arrays.stream(FlagKind.values()).map(FlagKind::name).toList();

    static final String MINE = "moi";
    static final String FREE = "libres";

    static final int LONGEST_WORDS = 120;

    /** From the query of an address, or a form's field that holds one; what is not known is left out. */
    static QueueFilter of(String query) {
        FormBody values = FormBody.of(query);
        String whose = values.get("pour");
        return new QueueFilter(
                known(values.get("questionnaire"), "[a-z0-9-]{1,120}"),
                known(values.get("langue"), "[a-z]{2,3}"),
                FLAGS.contains(values.get("signal")) ? values.get("signal") : "",
                whose.equals(MINE) || whose.equals(FREE) ? whose : "",
                words(values.get("mots")),
                known(values.get("theme"), "[a-z0-9.-]{1,64}"));
    }

    boolean isAll() {
        return equals(ALL);
    }

    boolean isMine() {
        return whose.equals(MINE);
    }

    boolean isFree() {
        return whose.equals(FREE);
    }

    /** Without what only a list of opinions that wait can be narrowed by. */
    QueueFilter ofDecided() {
        return new QueueFilter(consultation, language, "", "", words, theme);
    }

    /** As an address says it; "" for all. */
    String query() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("mots", words);
        values.put("questionnaire", consultation);
        values.put("langue", language);
        values.put("theme", theme);
        values.put("signal", flag);
        values.put("pour", whose);
        return values.entrySet().stream()
                .filter(value -> !value.getValue().isEmpty())
                .map(value -> value.getKey() + "=" + URLEncoder.encode(value.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String known(String value, String shape) {
        return value.matches(shape) ? value : "";
    }

    private static String words(String typed) {
        String words = typed.replaceAll("[\\p{Cc}\\p{Cs}]+", " ").strip();
        return words.length() <= LONGEST_WORDS
                ? words
                : words.substring(0, LONGEST_WORDS).strip();
    }
}
