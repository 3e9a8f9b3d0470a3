package org.portevoix.recording;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.content.Kind;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.web.Paging;

/** Decides what the desk's pages of voices show. */
@Singleton
class RecordingPages {

    private static final int PAGE_SIZE = 20;
    /** Spoken around here more than they are read, so offered wherever a voice is. */
    private static final List<String> SPOKEN = List.of("bm", "snk");

    private final RecordingRepository recordings;
    private final ContractItems items;
    private final Accounts accounts;
    private final Languages languages;
    private final Calendar calendar;
    private final Messages messages;

    RecordingPages(
            RecordingRepository recordings,
            ContractItems items,
            Accounts accounts,
            Languages languages,
            Calendar calendar,
            Messages messages) {
        this.recordings = recordings;
        this.items = items;
        this.accounts = accounts;
        this.languages = languages;
        this.calendar = calendar;
        this.messages = messages;
    }

    /** @param errors field to the message's key */
    RecordingPage of(
            Desk desk,
            Contract contract,
            Kind kind,
            ContractItem item,
            RecordingForm form,
            Map<String, String> errors,
            String done) {
        Map<String, String> wrongs = new LinkedHashMap<>();
        errors.forEach((field, key) -> wrongs.put(field, messages.say(Language.SOURCE, key)));
        String itemAddress = kind.itemAddress(contract, item.slug());
        return new RecordingPage(
                contract.slug(),
                itemAddress + "/voix",
                itemAddress,
                desk.may(Permission.PUBLISH, contract),
                title(item),
                done,
                rows(desk, contract, recordings.findByItem(kind.list(), item.id()), false),
                new RecordingPage.Form(
                        choices(contract, form.language()), form.shortText(), form.hasConsent(), wrongs));
    }

    /** All of a contract: those that wait first. */
    RecordingListPage list(Desk desk, Contract contract, int number) {
        Paging<Recording> paging =
                Paging.of(number, PAGE_SIZE, (count, skip) -> recordings.findOfContract(contract.id(), count, skip));
        return new RecordingListPage(contract.slug(), rows(desk, contract, paging.items(), true), paging);
    }

    private List<RecordingPage.Row> rows(Desk desk, Contract contract, List<Recording> found, boolean withItem) {
        Map<Long, String> names = accounts.names(found.stream()
                .flatMap(one -> Stream.of(one.recorderId(), one.reviewerId() == null ? 0L : one.reviewerId()))
                .distinct()
                .toList());
        List<RecordingPage.Row> rows = new ArrayList<>();
        for (Recording one : found) {
            Kind kind = Recordings.kind(one);
            rows.add(new RecordingPage.Row(
                    one.id(),
                    withItem
                            ? items.find(contract.id(), one.list(), one.slug())
                                    .map(RecordingPages::title)
                                    .orElse(one.slug())
                            : "",
                    kind.itemAddress(contract, one.slug()) + "/voix",
                    one.language(),
                    languages.find(one.language()).map(Language::direction).orElse("ltr"),
                    one.shortText(),
                    one.length(),
                    names.getOrDefault(one.recorderId(), ""),
                    calendar.day(Language.SOURCE, LocalDate.ofInstant(one.recordedAt(), contract.zoneId())),
                    one.isPublic(),
                    one.reviewerId() == null ? "" : names.getOrDefault(one.reviewerId(), ""),
                    one.recorderId() == desk.accountId()));
        }
        return rows;
    }

    private List<RecordingPage.Choice> choices(Contract contract, String chosen) {
        Set<String> codes = new LinkedHashSet<>(contract.languageCodes());
        codes.addAll(SPOKEN);
        languages.all().forEach(language -> codes.add(language.code()));
        return codes.stream()
                .map(code -> new RecordingPage.Choice(code, code.equals(chosen)))
                .toList();
    }

    private static String title(ContractItem item) {
        return item.body().path("title").path(Language.SOURCE).asString(item.slug());
    }

    /** The voices of a contract. */
    record RecordingListPage(String contract, List<RecordingPage.Row> rows, Paging<Recording> paging) {

        String query() {
            return "";
        }
    }
}
