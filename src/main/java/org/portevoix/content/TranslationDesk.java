package org.portevoix.content;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.language.Digest;
import org.portevoix.language.Origin;
import org.portevoix.language.TextStore;
import org.portevoix.language.Translations;
import org.portevoix.language.Translations.Draft;
import org.portevoix.language.Translations.Line;
import org.portevoix.language.Translations.Translation;
import org.portevoix.web.FormBody;

/**
 * Works on an item's texts in another language: one person writes a paragraph, another reads it, and then residents do. A
 * correction is a new writing: who makes it can't be the one who reads it.
 */
@Singleton
class TranslationDesk {
    private static final Pattern FIELD = Pattern.compile("t\\.(\\d{1,18})\\.(\\d{1,4})");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{16}");

    private final Contents contents;
    private final Translations translations;

    TranslationDesk(Contents contents, Translations translations) {
        this.contents = contents;
        this.translations = translations;
    }

    /** Keeps as drafts the paragraphs that were typed otherwise than they stand. */
    @Transactional
    Kept save(Contract contract, Kind kind, String slug, String language, FormBody form, long account) {
        contents.lock(contract);
        ContractItem item = contents.find(contract, kind, slug);
        Map<String, String> clashes = new LinkedHashMap<>();
        for (Field field : fields(item, language, form)) {
            if (!keep(field, language, account)) {
                clashes.put(field.name(), field.typed());
            }
        }
        contents.isTranslated(contract, kind, item);
        return new Kept(clashes);
    }

    /** False where somebody else has changed the paragraph meanwhile: nothing is kept of it. */
    private boolean keep(Field field, String language, long account) {
        Line line = field.line();
        if (field.isUntouched() && !field.isStillRight()) {
            return true;
        }
        if (line == null) {
            return false;
        }
        String stands = line.body();
        boolean isSame = field.typed().equals(stands);
        if (!isSame && !Digest.of(stands).equals(field.was())) {
            return false;
        }
        Draft draft = line.draft();
        boolean isStillRight = field.isStillRight() && draft == null && line.isStale();
        if (field.typed().isEmpty()
                || line.shown() != null && field.typed().equals(line.shown().body()) && !isStillRight) {
            translations.discard(field.text(), language, line.position());
        } else if (!isSame || isStillRight) {
            // What a machine began stays a machine's, whoever corrects it.
            Origin origin = draft == null ? Origin.HUMAN : draft.origin();
            translations.draft(
                    field.text(), language, line.position(), field.typed(), field.madeFrom(), origin, account);
        }
        return true;
    }

    /** Keeps drafts that took a while to write, where nothing has changed meanwhile; gives how many. */
    @Transactional
    int keep(Contract contract, Kind kind, String slug, String language, List<Written> written, long account) {
        contents.lock(contract);
        ContractItem item = contents.find(contract, kind, slug);
        Map<Long, Translation> texts = translations.of(item.texts().values(), language);
        int kept = 0;
        for (Written one : written) {
            Translation text = texts.get(one.text());
            Line line = text == null ? null : line(text, -1, one.madeFrom());
            if (line != null && line.draft() == null && Digest.of(line.body()).equals(one.was())) {
                translations.draft(
                        one.text(), language, line.position(), one.body(), one.madeFrom(), one.origin(), account);
                kept++;
            }
        }
        contents.isTranslated(contract, kind, item);
        return kept;
    }

    /**
     * Shows what this person has read and somebody else has written.
     *
     * @return what hinders: "another" where only their own words wait, "nothing" where none do; else ""
     */
    @Transactional
    String review(Contract contract, Kind kind, String slug, String language, FormBody form, long account) {
        contents.lock(contract);
        ContractItem item = contents.find(contract, kind, slug);
        List<Field> read = new ArrayList<>();
        boolean hasOwn = false;
        for (Field field : fields(item, language, form)) {
            Line line = field.line();
            Draft draft = line == null ? null : line.draft();
            if (draft != null) {
                hasOwn |= draft.author() == account;
                if (draft.author() != account
                        && field.isUntouched()
                        && field.typed().equals(draft.body())) {
                    read.add(field);
                }
            }
        }
        if (read.isEmpty()) {
            return hasOwn ? "another" : "nothing";
        }
        contents.translated(
                account,
                contract,
                kind,
                slug,
                () -> read.forEach(field -> translations.review(
                        field.text(),
                        language,
                        Objects.requireNonNull(field.line()).position(),
                        field.typed(),
                        account)));
        return "";
    }

    private List<Field> fields(ContractItem item, String language, FormBody form) {
        Map<Long, Translation> texts = translations.of(item.texts().values(), language);
        List<Field> fields = new ArrayList<>();
        form.values().keySet().forEach(name -> {
            Matcher place = FIELD.matcher(name);
            if (place.matches()) {
                long text = Long.parseLong(place.group(1));
                Translation translation = texts.get(text);
                // One paragraph of the source is one of the translation.
                String typed = TextStore.normal(form.get(name)).replaceAll("\\n\\n+", "\n");
                String from = form.get(name + ".from");
                Line line = translation == null ? null : line(translation, Integer.parseInt(place.group(2)), from);
                String was = form.get(name + ".was");
                fields.add(new Field(
                        name,
                        text,
                        line,
                        typed,
                        DIGEST.matcher(from).matches() || line == null ? from : line.digest(),
                        was.isEmpty() && line != null ? Digest.of(line.body()) : was,
                        !form.get(name + ".right").isEmpty()));
            }
        });
        return fields;
    }

    /** The paragraph that the person saw, wherever it stands by now; null where the source says something else. */
    private static @Nullable Line line(Translation translation, int position, String from) {
        Line there = translation.at(position);
        if (there != null && (from.isEmpty() || there.digest().equals(from))) {
            return there;
        }
        return translation.lines().stream()
                .filter(line -> line.digest().equals(from))
                .findFirst()
                .orElse(null);
    }

    /**
     * What was sent for a paragraph.
     *
     * @param line null where the item has no such paragraph any more
     * @param madeFrom digest of the source paragraph that the person saw
     * @param was digest of what stood in the field when it was drawn
     * @param isStillRight whether what is shown fits the changed source too
     */
    private record Field(
            String name,
            long text,
            @Nullable Line line,
            String typed,
            String madeFrom,
            String was,
            boolean isStillRight) {

        boolean isUntouched() {
            return Digest.of(typed).equals(was);
        }
    }

    /**
     * A draft of a paragraph.
     *
     * @param madeFrom digest of the source paragraph
     * @param was digest of what stood there when it was begun
     */
    record Written(long text, String madeFrom, String was, String body, Origin origin) {}

    /** @param clashes what was typed where somebody else changed the paragraph meanwhile, by the name of its field */
    record Kept(Map<String, String> clashes) {

        boolean isWhole() {
            return clashes.isEmpty();
        }
    }
}
