package org.portevoix.content;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.LanguageNames;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.language.Translations;
import org.portevoix.language.Translations.Coverage;
import org.portevoix.language.Translations.Translation;
import org.portevoix.web.Paging;

/** Decides what the matrix of languages shows. */
@Singleton
class MatrixPages {
    private static final int ITEMS = 20;
    private static final int WAITING = 30;
    private static final List<Coverage> WAITS = List.of(Coverage.DRAFT, Coverage.STALE, Coverage.MISSING);

    private final ContractItems items;
    private final Translations translations;
    private final TranslationWaitRepository waits;
    private final FieldViews views;
    private final Accounts accounts;
    private final Languages languages;
    private final Words words;

    MatrixPages(
            ContractItems items,
            Translations translations,
            TranslationWaitRepository waits,
            FieldViews views,
            Accounts accounts,
            Languages languages,
            Words words) {
        this.items = items;
        this.translations = translations;
        this.waits = waits;
        this.views = views;
        this.accounts = accounts;
        this.languages = languages;
        this.words = words;
    }

    /**
     * What was asked of the matrix.
     *
     * @param other code of a language that the contract does not offer; or ""
     * @param open slug of the item whose texts are shown one by one; or ""
     * @param language with {@code what}, of the list of what waits; or ""
     */
    record Asked(Kind kind, String other, String open, String language, String what, int page) {}

    MatrixPage of(Desk desk, Contract contract, Asked asked) {
        String base = "/equipe/" + contract.slug() + "/traductions";
        boolean isList = languages.find(asked.language()).isPresent()
                && WAITS.stream().anyMatch(coverage -> coverage.name().equals(asked.what()));
        List<String> columns = columns(contract, asked.other());
        return new MatrixPage(
                toDo(desk, contract, base, asked),
                asked.kind().address(),
                kinds(asked.kind()),
                others(contract, asked.other()),
                columns,
                isList ? new Paging<>(List.of(), null, null) : items(contract, base, asked, columns),
                isList ? asked.language() : "",
                isList ? asked.what() : "",
                isList ? waiting(contract, asked) : new Paging<>(List.of(), null, null),
                isList
                        ? "langue=" + asked.language() + "&etat=" + asked.what() + "&"
                        : "genre=" + asked.kind().address() + "&autre=" + other(asked) + "&",
                !accounts.hasAnother(contract.id(), desk.accountId(), Permission.TRANSLATE),
                desk.may(Permission.ACCOUNTS, contract) ? "/equipe/" + contract.slug() + "/comptes" : "");
    }

    private String other(Asked asked) {
        return languages.find(asked.other()).map(Language::code).orElse("");
    }

    private List<String> columns(Contract contract, String other) {
        return ContentLists.columns(contract, languages, other).stream()
                .filter(code -> !code.equals(Language.SOURCE))
                .toList();
    }

    private List<MatrixPage.ToDo> toDo(Desk desk, Contract contract, String base, Asked asked) {
        return waits.findToDo(contract.id(), desk.accountId(), words.today(contract)).stream()
                .map(toDo -> new MatrixPage.ToDo(
                        toDo.language(),
                        WAITS.stream()
                                .map(what -> new MatrixPage.Count(
                                        toDo.count(what),
                                        words.say("content.desk.coverage." + what) + " "
                                                + words.language(toDo.language()),
                                        base + "?langue=" + toDo.language() + "&etat=" + what,
                                        toDo.language().equals(asked.language())
                                                && what.name().equals(asked.what())))
                                .toList()))
                .toList();
    }

    private List<ContentListPage.Choice> kinds(Kind chosen) {
        List<Kind> kinds = new ArrayList<>(Kind.shown());
        kinds.addAll(Kind.ground());
        return kinds.stream()
                .filter(kind -> kind != Kind.PRIORITY_AREA)
                .map(kind -> new ContentListPage.Choice(
                        kind.address(), words.say("content.desk.kinds." + kind.definition()), kind == chosen))
                .toList();
    }

    /** Any language of the site that the contract does not offer: a text can be translated into it all the same. */
    private List<ContentListPage.Choice> others(Contract contract, String chosen) {
        List<Language> offered = ContentLists.offered(contract, languages);
        return languages.all().stream()
                .filter(language -> !language.code().equals(Language.SOURCE) && !offered.contains(language))
                .map(language -> new ContentListPage.Choice(
                        language.code(),
                        words.language(language.code()),
                        language.code().equals(chosen)))
                .sorted(Comparator.comparing(ContentListPage.Choice::label))
                .toList();
    }

    private Paging<MatrixPage.Item> items(Contract contract, String base, Asked asked, List<String> columns) {
        List<ContractItem> found =
                items.some(contract.id(), asked.kind().list(), (asked.page() - 1) * ITEMS, ITEMS + 1);
        List<ContractItem> shown = found.stream().limit(ITEMS).toList();
        Map<Long, Map<String, Translation>> texts = translations.of(
                shown.stream().flatMap(item -> item.texts().values().stream()).toList());
        return new Paging<>(
                shown.stream()
                        .map(item -> item(contract, base, asked, item, columns, texts))
                        .toList(),
                asked.page() > 1 ? asked.page() - 1 : null,
                found.size() > ITEMS ? asked.page() + 1 : null);
    }

    private MatrixPage.Item item(
            Contract contract,
            String base,
            Asked asked,
            ContractItem item,
            List<String> columns,
            Map<Long, Map<String, Translation>> texts) {
        String address = ContentLists.address(contract, asked.kind(), item);
        boolean isOpen = item.slug().equals(asked.open());
        List<MatrixPage.Row> rows = new ArrayList<>();
        if (isOpen) {
            item.texts()
                    .forEach((place, id) -> rows.add(new MatrixPage.Row(
                            views.labelOfText(asked.kind(), place),
                            columns.stream()
                                    .map(code -> cell(address + "/" + code + "#texte-" + id, code, List.of(id), texts))
                                    .toList())));
        }
        String here = base + "?genre=" + asked.kind().address() + "&autre=" + other(asked) + "&page=" + asked.page();
        return new MatrixPage.Item(
                "i-" + item.slug(),
                ContentLists.title(item),
                (isOpen ? here : here + "&ouvert=" + item.slug()) + "#i-" + item.slug(),
                isOpen,
                item.texts().size(),
                columns.stream()
                        .map(code ->
                                cell(address + "/" + code, code, item.texts().values(), texts))
                        .toList(),
                rows);
    }

    private MatrixPage.Cell cell(
            String address, String code, Collection<Long> ids, Map<Long, Map<String, Translation>> texts) {
        Coverage worst = Coverage.READY;
        for (long id : ids) {
            Coverage coverage = coverage(texts.getOrDefault(id, Map.of()).get(code));
            worst = coverage.compareTo(worst) > 0 ? coverage : worst;
        }
        Coverage state = worst;
        long count = ids.stream()
                .filter(id -> coverage(texts.getOrDefault(id, Map.of()).get(code)) == state)
                .count();
        return new MatrixPage.Cell(
                state.name(), ids.size() > 1 && state != Coverage.READY ? count : 0, address, words.language(code));
    }

    private static Coverage coverage(@Nullable Translation translation) {
        return translation == null ? Coverage.MISSING : translation.coverage();
    }

    private Paging<MatrixPage.Waiting> waiting(Contract contract, Asked asked) {
        List<TranslationWait> found = waits.findWaiting(
                contract.id(),
                asked.language(),
                asked.what(),
                words.today(contract),
                WAITING + 1,
                (asked.page() - 1) * WAITING);
        return new Paging<>(
                found.stream()
                        .limit(WAITING)
                        .map(wait -> new MatrixPage.Waiting(
                                wait.title(),
                                words.say("content.desk.kinds." + wait.kind().definition()),
                                words.since(contract, wait),
                                wait.kind().itemAddress(contract, wait.slug()) + "/" + wait.language()))
                        .toList(),
                asked.page() > 1 ? asked.page() - 1 : null,
                found.size() > WAITING ? asked.page() + 1 : null);
    }

    /** What the matrix says in French. */
    @Singleton
    static class Words {
        private final LanguageNames names;
        private final Messages messages;
        private final Calendar calendar;
        private final Clock clock;

        Words(LanguageNames names, Messages messages, Calendar calendar, Clock clock) {
            this.names = names;
            this.messages = messages;
            this.calendar = calendar;
            this.clock = clock;
        }

        String say(String key) {
            return messages.say(Language.SOURCE, key);
        }

        String language(String code) {
            return names.of(code, Language.SOURCE);
        }

        LocalDate today(Contract contract) {
            return LocalDate.now(clock.withZone(contract.zoneId()));
        }

        String since(Contract contract, TranslationWait wait) {
            return messages.say(
                    Language.SOURCE,
                    "content.desk.matrix.since",
                    Map.of(
                            "day",
                            calendar.day(
                                    Language.SOURCE,
                                    wait.since().atZone(contract.zoneId()).toLocalDate()),
                            "n",
                            wait.missing() + wait.stale() + wait.draft()));
        }
    }
}
