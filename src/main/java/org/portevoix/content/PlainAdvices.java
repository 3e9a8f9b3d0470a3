package org.portevoix.content;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portevoix.content.PlainAdvice.Advised;
import org.portevoix.content.PlainAdvice.HardField;
import org.portevoix.content.PlainAdvice.Said;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.plain.Reading;
import org.portevoix.plain.Remark;
import org.portevoix.plain.Remark.Kind;
import tools.jackson.databind.JsonNode;

/** Says in plain words what is hard to read in an item, at the very sentence. */
@Singleton
class PlainAdvices {
    private static final int WORDS_OF_A_SENTENCE = 20;

    private final Plainness plainness;
    private final FieldViews views;
    private final Messages messages;

    PlainAdvices(Plainness plainness, FieldViews views, Messages messages) {
        this.plainness = plainness;
        this.views = views;
        this.messages = messages;
    }

    PlainAdvice of(Contract contract, org.portevoix.content.Kind kind, JsonNode item) {
        Map<String, Reading> readings = plainness.of(contract, kind, item);
        if (readings.isEmpty()) {
            return PlainAdvice.NONE;
        }
        Map<String, List<Advised>> byField = new LinkedHashMap<>();
        List<HardField> hard = new ArrayList<>();
        long grave = 0;
        long all = 0;
        for (Map.Entry<String, Reading> text : readings.entrySet()) {
            Reading reading = text.getValue();
            byField.put(text.getKey(), advised(contract, reading));
            all += reading.remarks().size();
            grave += reading.remarks().stream().filter(Remark::isGrave).count();
            if (!reading.isPlain()) {
                hard.add(new HardField("c-" + text.getKey().replace('.', '-'), views.label(kind, text.getKey())));
            }
        }
        return new PlainAdvice(true, hard.isEmpty(), result(grave, all), hard, byField);
    }

    private String result(long grave, long all) {
        if (grave > 0) {
            return say("plain.desk.result.hard", Map.of("n", grave));
        }
        String plain = say("plain.desk.result.plain", Map.of());
        return all == 0 ? plain : plain + " " + say("plain.desk.result.advice", Map.of("n", all));
    }

    /** Sentence by sentence in the order of the text, the whole of it last. */
    private List<Advised> advised(Contract contract, Reading reading) {
        Map<String, List<Said>> bySentence = new LinkedHashMap<>();
        reading.remarks().stream()
                .sorted(java.util.Comparator.comparing(
                        remark -> remark.sentence().isEmpty()))
                .forEach(remark -> bySentence
                        .computeIfAbsent(remark.sentence(), sentence -> new ArrayList<>())
                        .add(said(contract, remark)));
        return bySentence.entrySet().stream()
                .map(sentence -> new Advised(sentence.getKey(), sentence.getValue()))
                .toList();
    }

    private Said said(Contract contract, Remark remark) {
        Map<String, Object> values = new HashMap<>(remark.values());
        String word = remark.kind() == Kind.ACRONYM ? Objects.toString(values.get("word")) : "";
        if (values.get("n") instanceof Integer words) {
            values.put("parts", Math.ceilDiv(words, WORDS_OF_A_SENTENCE));
        }
        boolean namesNothing = "".equals(values.get("word"));
        return new Said(
                say("plain.desk.advice." + remark.kind().name() + (namesNothing ? "_none" : ""), values),
                remark.isGrave(),
                word,
                word.isEmpty()
                        ? ""
                        : "/equipe/" + contract.slug() + "/contenus/mots/nouveau?titre="
                                + URLEncoder.encode(word, StandardCharsets.UTF_8));
    }

    private String say(String key, Map<String, Object> values) {
        return messages.say(Language.SOURCE, key, values);
    }
}
