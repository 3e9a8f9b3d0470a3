package org.portevoix.content;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.portevoix.TestVisitor;

/** The form of a page of the desk, as a browser would send it. */
final class DeskForm {
    private final TestVisitor desk;
    private final String address;
    private final Document page;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    DeskForm(TestVisitor desk, String address, Document page) {
        this.desk = desk;
        this.address = address;
        this.page = page;
        for (KeyVal field : ((FormElement) page.select("form.item").getFirst()).formData()) {
            fields.computeIfAbsent(field.key(), key -> new ArrayList<>()).add(field.value());
        }
    }

    static DeskForm of(TestVisitor desk, String address) {
        return new DeskForm(desk, address, desk.page(address));
    }

    Document page() {
        return page;
    }

    DeskForm set(String field, String value) {
        fields.remove(field);
        if (!value.isEmpty() || !field.equals("free")) {
            fields.put(field, List.of(value));
        }
        return this;
    }

    /** Writes the translation of the paragraph with this French. */
    DeskForm translate(String french, String words) {
        return set(field(french), words);
    }

    /** The name of the field beside this French. */
    String field(String french) {
        return page.select(".pair").stream()
                .filter(pair -> pair.select(".from:not(.before)").text().equals(french))
                .map(pair -> pair.select("input:not([type]), textarea").attr("name"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No " + french + " in " + page.select(".from").eachText()));
    }

    TestVisitor.Answer post() {
        return post(address);
    }

    TestVisitor.Answer post(String to) {
        return desk.post(
                to,
                fields.entrySet().stream()
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&")));
    }
}
