package org.portevoix.pack;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.report.ReportJson;

/** All of the pack for programs: the report as its own file tells it, and the rest; what is hidden is null. */
@Singleton
class PackJson implements PackFormat {
    private final JsonMapper mapper;

    PackJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String ending() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/json";
    }

    @Override
    public byte[] write(Pack pack) {
        Map<String, @Nullable Object> root = new LinkedHashMap<>();
        root.put("title", pack.title());
        root.put("madeAt", pack.madeAt().toString());
        root.put("timeZone", pack.zone().getId());
        root.put("version", pack.version());
        root.put("toDecide", list(pack.toDecide(), point -> told("what", point.what(), "because", point.because())));
        root.putAll(ReportJson.told(pack.report()));
        root.put(
                "voices",
                list(
                        pack.voices(),
                        voice -> told(
                                "words",
                                voice.words(),
                                "language",
                                voice.language(),
                                "french",
                                voice.french(),
                                "about",
                                voice.about())));
        root.put("firsts", list(pack.firsts(), first -> told("title", first.title(), "atLeast", first.count())));
        root.put(
                "due",
                list(
                        pack.due(),
                        due -> told(
                                "title",
                                due.title(),
                                "who",
                                due.who(),
                                "by",
                                due.by().toString(),
                                "isLate",
                                due.isLate())));
        root.put(
                "standings",
                list(
                        pack.standings(),
                        standing -> told(
                                "axis",
                                standing.axis(),
                                "action",
                                standing.action(),
                                "progress",
                                standing.progress(),
                                "outcome",
                                standing.outcome(),
                                "reason",
                                standing.reason())));
        root.put(
                "changes",
                list(
                        pack.changes(),
                        change -> told(
                                "table",
                                change.table(),
                                "row",
                                change.row(),
                                "column",
                                change.column(),
                                "before",
                                change.before(),
                                "after",
                                change.after())));
        try {
            return mapper.writeValueAsBytes(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Teller<T> {
        Map<String, @Nullable Object> tell(T one);
    }

    private static <T> List<Object> list(List<T> all, Teller<T> teller) {
        List<Object> told = new ArrayList<>();
        all.forEach(one -> told.add(teller.tell(one)));
        return told;
    }

    /** Names and values, in turn. */
    private static Map<String, @Nullable Object> told(@Nullable Object... parts) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        for (int at = 0; at < parts.length; at += 2) {
            told.put(String.valueOf(parts[at]), parts[at + 1]);
        }
        return told;
    }
}
