package org.portevoix.journal;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.contract.Contract;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.seal.SealedLog;

/** Decides what the page of the sealed log shows. */
@Singleton
class JournalPages {

    private static final int SIZE = 50;
    private static final int MOST_IN_A_FILE = 20_000;
    private static final String ACCOUNT = "account";

    private final SealedLog log;
    private final Accounts accounts;
    private final JournalWords words;
    private final Messages messages;
    private final Calendar calendar;

    JournalPages(SealedLog log, Accounts accounts, JournalWords words, Messages messages, Calendar calendar) {
        this.log = log;
        this.accounts = accounts;
        this.words = words;
        this.messages = messages;
        this.calendar = calendar;
    }

    /** @param contract null of the whole site */
    JournalPage page(Desk desk, @Nullable Contract contract, @Nullable Long before, String account, String act) {
        Long contractId = contract == null ? null : contract.id();
        List<String> acts = log.acts(contractId);
        List<Long> people = log.accounts(contractId);
        Long chosen = people.stream()
                .filter(id -> id.toString().equals(account))
                .findFirst()
                .orElse(null);
        String done = acts.contains(act) ? act : null;
        List<SealedLog.Entry> found = log.latest(
                new SealedLog.Filter(contractId, chosen, done), before == null ? Long.MAX_VALUE : before, SIZE + 1);
        List<SealedLog.Entry> shown = found.stream().limit(SIZE).toList();
        Map<Long, String> names = names(people, shown);
        Map<Long, Contract> contracts =
                desk.contracts().stream().collect(Collectors.toMap(Contract::id, Function.identity()));
        return new JournalPage(
                contract == null ? "/equipe/journal" : "/equipe/" + contract.slug() + "/journal",
                log.head().written(),
                people.stream()
                        .map(id -> new JournalPage.Choice(id.toString(), name(names, id), id.equals(chosen)))
                        .sorted(Comparator.comparing(JournalPage.Choice::name))
                        .toList(),
                acts.stream()
                        .map(one -> new JournalPage.Choice(one, one, one.equals(done)))
                        .toList(),
                shown.stream()
                        .map(entry -> line(entry, contract, contracts, names))
                        .toList(),
                (chosen == null ? "" : "compte=" + chosen + "&") + (done == null ? "" : "acte=" + done + "&"),
                found.size() > SIZE ? shown.getLast().number() : null,
                before == null);
    }

    private JournalPage.Line line(
            SealedLog.Entry entry,
            @Nullable Contract contract,
            Map<Long, Contract> contracts,
            Map<Long, String> names) {
        Contract of = entry.contractId() == null ? null : contracts.get(entry.contractId());
        ZoneId zone = of == null ? ZoneId.of("Europe/Paris") : of.zoneId();
        return new JournalPage.Line(
                entry.number(),
                calendar.day(Language.SOURCE, entry.at().atZone(zone).toLocalDate()) + ", "
                        + calendar.hour(Language.SOURCE, entry.at(), zone),
                entry.accountId() == null ? "" : name(names, entry.accountId()),
                contract == null && of != null ? of.territoryName() : "",
                entry.act(),
                entry.subjectKind(),
                accountOf(entry).stream().map(id -> name(names, id)).findFirst().orElse(entry.subject()),
                words.detail(entry));
    }

    /**
     * The latest lines for an auditor, as kept and as read.
     *
     * @param contract null of the whole site
     */
    String csv(Desk desk, @Nullable Contract contract, @Nullable Long before) {
        List<SealedLog.Entry> found = log.latest(
                new SealedLog.Filter(contract == null ? null : contract.id(), null, null),
                before == null ? Long.MAX_VALUE : before,
                MOST_IN_A_FILE);
        Map<Long, String> names = names(List.of(), found);
        Map<Long, Contract> contracts =
                desk.contracts().stream().collect(Collectors.toMap(Contract::id, Function.identity()));
        return JournalCsv.write(found.stream()
                .map(entry -> cells(entry, line(entry, contract, contracts, names)))
                .toList());
    }

    private List<String> cells(SealedLog.Entry entry, JournalPage.Line line) {
        return List.of(
                Long.toString(entry.number()),
                entry.at().toString(),
                entry.accountId() == null ? "" : entry.accountId().toString(),
                entry.contractId() == null ? "" : entry.contractId().toString(),
                entry.act(),
                entry.subjectKind(),
                entry.subject(),
                entry.detail(),
                entry.previousHash(),
                entry.hash(),
                line.when(),
                line.who(),
                words.act(entry),
                Stream.of(line.contract(), words.kind(entry), line.subject())
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(" ")),
                line.detail());
    }

    /** Whose account is gone is a number. */
    private String name(Map<Long, String> names, long id) {
        String name = names.get(id);
        return name == null ? messages.say(Language.SOURCE, "journal.desk.gone", Map.of("id", id)) : name;
    }

    private Map<Long, String> names(Collection<Long> people, List<SealedLog.Entry> shown) {
        Set<Long> ids = new LinkedHashSet<>(people);
        shown.forEach(entry -> {
            if (entry.accountId() != null) {
                ids.add(entry.accountId());
            }
            ids.addAll(accountOf(entry));
        });
        return accounts.names(new ArrayList<>(ids));
    }

    /** The account that the line is about; none where it is about something else. */
    private static List<Long> accountOf(SealedLog.Entry entry) {
        return entry.subjectKind().equals(ACCOUNT) && entry.subject().matches("[0-9]{1,18}")
                ? List.of(Long.valueOf(entry.subject()))
                : List.of();
    }
}
