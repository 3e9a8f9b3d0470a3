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
final class SheetForm {
    private final TestVisitor desk;
    private final String address;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private SheetForm(TestVisitor desk, String address, Document page) {
        this.desk = desk;
        this.address = address;
        for (KeyVal field : ((FormElement) page.select("form.item").getFirst()).formData()) {
            fields.computeIfAbsent(field.key(), key -> new ArrayList<>()).add(field.value());
        }
    }

    static SheetForm at(TestVisitor desk, String address) {
        return new SheetForm(desk, address, desk.page(address));
    }

    SheetForm set(String field, String... values) {
        fields.put(field, List.of(values));
        return this;
    }

    TestVisitor.Answer post() {
        return desk.post(
                address,
                fields.entrySet().stream()
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> field.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                        .collect(Collectors.joining("&")));
    }
}
