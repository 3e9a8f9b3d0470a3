package org.portevoix.content;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portevoix.account.Accounts;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.language.Language;
import org.portevoix.language.TextStore;
import org.portevoix.language.Translations;
import org.portevoix.language.Translations.Coverage;
import org.portevoix.language.Translations.Translation;
import org.portevoix.web.FormBody;

/** Works on an item's texts in another language: drafts, and their review. */
@Singleton
class TranslationDesk {

    private final Contents contents;
    private final Translations translations;
    private final FieldViews views;
    private final Accounts accounts;

    TranslationDesk(Contents contents, Translations translations, FieldViews views, Accounts accounts) {
        this.contents = contents;
        this.translations = translations;
        this.views = views;
        this.accounts = accounts;
    }

    /**
     * Whether what one wrote another has to review: where an answer could mean something else in each language, and where
     * a mistake could harm.
     */
    static boolean asksTwo(Kind kind, ContractItem item) {
        return kind == Kind.CONSULTATION || item.body().path("sensitive").asBoolean(false);
    }

    TranslationPage page(
            Contract contract,
            Kind kind,
            ContractItem item,
            Language language,
            boolean mayWriteItem,
            String done,
            String error) {
        Map<Long, Translation> texts = translations.of(item.texts().values(), language.code());
        List<TranslationPage.Row> rows = new ArrayList<>();
        int waiting = 0;
        int number = 0;
        for (Map.Entry<String, Long> place : item.texts().entrySet()) {
            Translation text = Objects.requireNonNull(texts.get(place.getValue()));
            boolean isWritten = !text.source().equals(List.of(Place.UNWRITTEN));
            if (isWritten) {
                rows.add(row(kind, place.getKey(), number, text));
                waiting += text.draft().isEmpty() ? 0 : 1;
            }
            number++;
        }
        String address = ContentLists.address(contract, kind, item);
        return new TranslationPage(
                address + "/" + language.code(),
                address,
                mayWriteItem,
                ContentLists.title(item),
                language.code(),
                language.direction(),
                rows,
                asksTwo(kind, item),
                waiting,
                done,
                error);
    }

    private TranslationPage.Row row(Kind kind, String place, int number, Translation text) {
        List<String> shown = text.draft().isEmpty() ? text.shown() : text.draft();
        List<TranslationPage.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < text.source().size(); i++) {
            String french = text.source().get(i);
            pairs.add(new TranslationPage.Pair(
                    "t." + number + "." + i, french, i < shown.size() ? shown.get(i) : "", french.length() > 60));
        }
        return new TranslationPage.Row(
                number,
                views.labelOfText(kind, place),
                text.coverage().name(),
                text.coverage() == Coverage.DRAFT
                        ? accounts.names(List.of(text.author())).getOrDefault(text.author(), "")
                        : "",
                pairs);
    }

    /** Keeps as drafts the texts that were typed otherwise than they stand. */
    @Transactional
    void save(Contract contract, Kind kind, String slug, String language, FormBody form, long account) {
        ContractItem item = contents.find(contract, kind, slug);
        Map<Long, Translation> texts = translations.of(item.texts().values(), language);
        int number = 0;
        for (long id : item.texts().values()) {
            Translation text = Objects.requireNonNull(texts.get(id));
            String prefix = "t." + number++ + ".";
            if (!form.values().containsKey(prefix + "0")) {
                continue;
            }
            List<String> typed = new ArrayList<>();
            for (int i = 0; i < text.source().size(); i++) {
                // One paragraph of the source is one of the translation.
                typed.add(TextStore.normal(form.get(prefix + i)).replaceAll("\\n\\n+", "\n"));
            }
            boolean isStillRight = !form.get(prefix + "right").isEmpty();
            List<String> stands = text.draft().isEmpty() ? text.shown() : text.draft();
            if (typed.stream().allMatch(String::isEmpty)) {
                if (!text.draft().isEmpty()) {
                    translations.draft(id, language, List.of(), account);
                }
            } else if (!typed.equals(stands) || isStillRight && text.isStale()) {
                translations.draft(id, language, typed, account);
            }
        }
    }

    /** Shows what waits in this language; the key of what hinders, or "". */
    @Transactional
    String review(Contract contract, Kind kind, String slug, String language, long account) {
        ContractItem item = contents.find(contract, kind, slug);
        List<Long> ready = new ArrayList<>();
        boolean waitsForAnother = false;
        boolean isIncomplete = false;
        for (Map.Entry<Long, Translation> text :
                translations.of(item.texts().values(), language).entrySet()) {
            Translation draft = text.getValue();
            if (draft.draft().isEmpty()) {
                continue;
            }
            if (draft.draft().stream().anyMatch(String::isBlank)
                    || draft.draft().size() < draft.source().size()) {
                isIncomplete = true;
            } else if (asksTwo(kind, item) && draft.author() == account) {
                waitsForAnother = true;
            } else {
                ready.add(text.getKey());
            }
        }
        if (!ready.isEmpty()) {
            contents.translated(
                    account,
                    contract,
                    kind,
                    slug,
                    () -> ready.forEach(id -> translations.review(id, language, account)));
        }
        return waitsForAnother ? "another" : isIncomplete ? "incomplete" : "";
    }
}
