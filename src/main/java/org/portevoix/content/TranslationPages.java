package org.portevoix.content;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.language.Calendar;
import org.portevoix.language.Digest;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.language.Origin;
import org.portevoix.language.Translations;
import org.portevoix.language.Translations.Coverage;
import org.portevoix.language.Translations.Draft;
import org.portevoix.language.Translations.Line;
import org.portevoix.language.Translations.Shown;
import org.portevoix.language.Translations.Translation;

/** Decides what a translator sees of an item. */
@Singleton
class TranslationPages {
    private static final int SHORT = 60;

    private final Translations translations;
    private final FieldViews views;
    private final Accounts accounts;
    private final MachineDrafts machine;
    private final Calendar calendar;
    private final Messages messages;

    TranslationPages(
            Translations translations,
            FieldViews views,
            Accounts accounts,
            MachineDrafts machine,
            Calendar calendar,
            Messages messages) {
        this.translations = translations;
        this.views = views;
        this.accounts = accounts;
        this.machine = machine;
        this.calendar = calendar;
        this.messages = messages;
    }

    /**
     * @param clashes what was typed and not kept, by the name of its field
     * @param written how many paragraphs the machine just wrote; "" where it was not asked
     */
    TranslationPage of(
            Desk desk,
            Contract contract,
            Kind kind,
            ContractItem item,
            Language language,
            Map<String, String> clashes,
            String written,
            String done,
            String error) {
        Map<Long, Translation> texts = translations.of(item.texts().values(), language.code());
        Map<Long, String> names = names(texts);
        Map<String, String> lost = new LinkedHashMap<>(clashes);
        List<TranslationPage.Row> rows = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        item.texts().forEach((place, id) -> {
            Translation text = texts.get(id);
            if (text != null && !text.source().equals(List.of(Place.UNWRITTEN))) {
                List<TranslationPage.Pair> pairs = text.lines().stream()
                        .map(line -> pair(contract, id, line, names, lost))
                        .toList();
                rows.add(new TranslationPage.Row(
                        id, views.labelOfText(kind, place), text.coverage().name(), pairs, text.beyond()));
                lines.addAll(text.lines());
            }
        });
        int own = (int) lines.stream()
                .map(Line::draft)
                .filter(Objects::nonNull)
                .filter(draft -> draft.author() == desk.accountId())
                .count();
        String address = ContentLists.address(contract, kind, item);
        return new TranslationPage(
                address + "/" + language.code(),
                address,
                desk.may(Permission.PUBLISH, contract),
                ContentLists.title(item),
                language.code(),
                language.direction(),
                rows,
                count(lines, Coverage.DRAFT) - own,
                own,
                count(lines, Coverage.STALE),
                count(lines, Coverage.MISSING),
                !accounts.hasAnother(contract.id(), desk.accountId(), Permission.TRANSLATE),
                desk.may(Permission.ACCOUNTS, contract) ? "/equipe/" + contract.slug() + "/comptes" : "",
                machine.isFor(item),
                written,
                List.copyOf(lost.values()),
                done,
                error);
    }

    private static int count(List<Line> lines, Coverage coverage) {
        return (int) lines.stream().filter(line -> line.coverage() == coverage).count();
    }

    private Map<Long, String> names(Map<Long, Translation> texts) {
        Set<Long> ids = new HashSet<>();
        texts.values().stream().flatMap(text -> text.lines().stream()).forEach(line -> {
            Shown shown = line.shown();
            Draft draft = line.draft();
            if (shown != null && shown.author() != null && shown.reviewer() != null) {
                ids.add(shown.author());
                ids.add(shown.reviewer());
            }
            if (draft != null) {
                ids.add(draft.author());
            }
        });
        return accounts.names(ids);
    }

    /** Takes from {@code lost} what was typed here. */
    private TranslationPage.Pair pair(
            Contract contract, long id, Line line, Map<Long, String> names, Map<String, String> lost) {
        String name = "t." + id + "." + line.position();
        String typed = lost.remove(name);
        Draft draft = line.draft();
        Shown shown = line.shown();
        String before = draft != null ? draft.sourceBefore() : shown != null ? shown.sourceBefore() : null;
        boolean isOld = draft != null ? !draft.digest().equals(line.digest()) : line.isStale();
        return new TranslationPage.Pair(
                name,
                line.position() + 1,
                line.source(),
                isOld && before != null ? before : "",
                typed == null ? line.body() : typed,
                Digest.of(line.body()),
                line.digest(),
                line.coverage().name(),
                made(contract, line, names),
                draft != null && shown != null && !shown.body().equals(draft.body()) ? shown.body() : "",
                typed == null ? "" : line.body(),
                line.coverage() == Coverage.STALE,
                draft != null && draft.origin() == Origin.MACHINE,
                line.source().length() > SHORT);
    }

    private String made(Contract contract, Line line, Map<Long, String> names) {
        Draft draft = line.draft();
        Shown shown = line.shown();
        if (draft != null) {
            return say(
                    "content.desk.translation.waits." + draft.origin(),
                    Map.of(
                            "author", name(names, draft.author()),
                            "day", day(contract, draft.writtenAt())));
        }
        if (shown == null) {
            return "";
        }
        Map<String, Object> said = new HashMap<>();
        said.put("author", name(names, shown.author()));
        said.put("reviewer", name(names, shown.reviewer()));
        said.put("day", day(contract, shown.reviewedAt()));
        return say("content.desk.translation.made." + shown.origin(), said);
    }

    private String name(Map<Long, String> names, @Nullable Long account) {
        String nobody = messages.say(Language.SOURCE, "content.desk.history.nobody");
        return account == null ? nobody : names.getOrDefault(account, nobody);
    }

    private String day(Contract contract, @Nullable Instant at) {
        return at == null
                ? ""
                : calendar.day(Language.SOURCE, at.atZone(contract.zoneId()).toLocalDate());
    }

    private String say(String key, Map<String, ?> arguments) {
        return messages.say(Language.SOURCE, key, arguments);
    }
}
