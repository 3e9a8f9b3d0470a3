package org.portevoix.glossary;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.portevoix.contract.Contract;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.plain.PlainFrench;
import org.portevoix.plain.Reading;
import org.portevoix.plain.Remark;
import org.portevoix.plain.Remark.Kind;
import org.portevoix.web.FormBody;

/** Reads what the team is about to show, says in plain words what is hard to read, and keeps why it was shown all the same. */
@Singleton
public class PlainTexts {

    /** The field of the reason. */
    public static final String REASON = "plain_reason";

    private static final int WORDS_OF_A_SENTENCE = 20;

    private final PlainFrench french;
    private final Glossary glossary;
    private final HardTextRepository hard;
    private final Messages messages;
    private final Clock clock;

    PlainTexts(PlainFrench french, Glossary glossary, HardTextRepository hard, Messages messages, Clock clock) {
        this.french = french;
        this.glossary = glossary;
        this.hard = hard;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Texts that a form is about to show.
     *
     * @param texts in French; each is read by itself
     * @param form in which they were typed, with the reason where one was asked for
     */
    public PlainCheck check(Contract contract, FormBody form, String... texts) {
        Set<String> explained = glossary.frenchWords(contract.id());
        List<Advised> advice = new ArrayList<>();
        long grave = 0;
        long all = 0;
        boolean isPlain = true;
        for (String text : texts) {
            if (!text.isBlank()) {
                Reading reading = french.read(text, explained);
                advice.addAll(advised(contract, reading));
                grave += reading.remarks().stream().filter(Remark::isGrave).count();
                all += reading.remarks().size();
                isPlain &= reading.isPlain();
            }
        }
        return new PlainCheck(
                isPlain, result(grave, all), advice, form.get(REASON).strip(), List.of());
    }

    /** Keeps the reason, inside the transaction of what it is about; nothing where none was asked for. */
    @Transactional
    public void keep(Contract contract, String about, long accountId, PlainCheck check) {
        if (!check.isPlain() && !check.reason().isEmpty()) {
            hard.save(new HardText(null, contract.id(), about, accountId, clock.instant(), check.reason()));
        }
    }

    /** Why texts of this were shown although they are hard to read; the last first. */
    public List<String> reasons(Contract contract, String about) {
        return hard.findReasons(contract.id(), about);
    }

    /** How much there is to change, in a sentence. @param grave of all the remarks: those that keep a text from being plain */
    public String result(long grave, long all) {
        if (grave > 0) {
            return say("plain.desk.result.hard", Map.of("n", grave));
        }
        String plain = say("plain.desk.result.plain", Map.of());
        return all == 0 ? plain : plain + " " + say("plain.desk.result.advice", Map.of("n", all));
    }

    /** Sentence by sentence in the order of the text, the whole of it last. */
    public List<Advised> advised(Contract contract, Reading reading) {
        Map<String, List<Advised.Said>> bySentence = new LinkedHashMap<>();
        reading.remarks().stream()
                .sorted(Comparator.comparing(remark -> remark.sentence().isEmpty()))
                .forEach(remark -> bySentence
                        .computeIfAbsent(remark.sentence(), sentence -> new ArrayList<>())
                        .add(said(contract, remark)));
        return bySentence.entrySet().stream()
                .map(sentence -> new Advised(sentence.getKey(), sentence.getValue()))
                .toList();
    }

    private Advised.Said said(Contract contract, Remark remark) {
        Map<String, Object> values = new HashMap<>(remark.values());
        String word = remark.kind() == Kind.ACRONYM ? Objects.toString(values.get("word")) : "";
        if (values.get("n") instanceof Integer words) {
            values.put("parts", Math.ceilDiv(words, WORDS_OF_A_SENTENCE));
        }
        boolean namesNothing = "".equals(values.get("word"));
        return new Advised.Said(
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
