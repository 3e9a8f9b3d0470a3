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
 * Which opinions of the queue somebody wants to see, as the address says it; "" where they want all.
 *
 * @param consultation slug
 * @param language code, of the form in which it was given
 * @param flag name of what the site noticed
 * @param whose MINE, FREE (nobody looks after it) or ""
 */
record QueueFilter(String consultation, String language, String flag, String whose) {

    static final QueueFilter ALL = new QueueFilter("", "", "", "");

    /** What the site may notice, the gravest first. */
    static final List<String> FLAGS =
            Arrays.stream(FlagKind.values()).map(FlagKind::name).toList();

    static final String MINE = "moi";
    static final String FREE = "libres";

    /** From the query of an address, or a form's field that holds one; what is not known is left out. */
    static QueueFilter of(String query) {
        FormBody values = FormBody.of(query);
        String whose = values.get("pour");
        return new QueueFilter(
                known(values.get("questionnaire"), "[a-z0-9-]{1,120}"),
                known(values.get("langue"), "[a-z]{2,3}"),
                FLAGS.contains(values.get("signal")) ? values.get("signal") : "",
                whose.equals(MINE) || whose.equals(FREE) ? whose : "");
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

    /** As an address says it; "" for all. */
    String query() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("questionnaire", consultation);
        values.put("langue", language);
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
}
