package org.portevoix.rights;

import jakarta.inject.Singleton;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.contract.DataTerms;
import org.portevoix.language.Calendar;
import org.portevoix.language.Language;
import org.portevoix.language.Messages;
import org.portevoix.retention.PersonalData;
import org.portevoix.retention.Retention;
import org.portevoix.retention.RetentionRun;
import org.portevoix.web.FormBody;

/** Decides what the desk's page about personal data shows. */
@Singleton
class DataPages {

    private static final int REQUESTS = 20;

    private final Retention retention;
    private final RightsRequestRepository requests;
    private final Accounts accounts;
    private final Messages messages;
    private final Calendar calendar;

    DataPages(
            Retention retention,
            RightsRequestRepository requests,
            Accounts accounts,
            Messages messages,
            Calendar calendar) {
        this.retention = retention;
        this.requests = requests;
        this.accounts = accounts;
        this.messages = messages;
        this.calendar = calendar;
    }

    DataPage page(Desk desk, Contract contract, FormBody form, Map<String, String> errors, String done) {
        Map<String, Period> terms = retention.of(contract.id()).stream()
                .collect(Collectors.toMap(DataTerms.Term::kind, DataTerms.Term::term));
        Map<String, RetentionRun> runs = retention.latestRuns(contract.id());
        List<RightsRequest> made = requests.findLatest(contract.id(), REQUESTS);
        Map<Long, String> names = accounts.names(
                made.stream().map(RightsRequest::accountId).distinct().toList());
        return new DataPage(
                contract.slug(),
                retention.kinds().stream()
                        .map(kind -> line(
                                kind,
                                terms.getOrDefault(kind.kind(), kind.usualTerm()),
                                runs.get(kind.kind()),
                                form,
                                errors.get("term-" + kind.kind())))
                        .toList(),
                made.stream()
                        .map(one -> new DataPage.Made(
                                one.kind().name(),
                                calendar.day(
                                        Language.SOURCE,
                                        one.doneAt().atZone(contract.zoneId()).toLocalDate()),
                                Objects.requireNonNullElse(names.get(one.accountId()), "")))
                        .toList(),
                desk.may(Permission.PERSONAL_LISTS, contract),
                form.get("code"),
                form.get("erased"),
                errors,
                done);
    }

    private DataPage.Line line(
            PersonalData kind, Period term, @Nullable RetentionRun run, FormBody form, @Nullable String error) {
        String typed = form.get("term-" + kind.kind());
        return new DataPage.Line(
                kind.kind(),
                said(term),
                typed.isEmpty() ? String.valueOf(number(term)) : typed,
                kind.usualTerm().toTotalMonths() > 0,
                said(kind.usualTerm()),
                said(kind.longestTerm()),
                number(kind.longestTerm()),
                run == null ? null : calendar.day(Language.SOURCE, run.day()),
                run == null ? null : run.erased(),
                run != null && retention.isTrouble(run),
                error);
    }

    private String said(Period term) {
        return messages.say(
                Language.SOURCE,
                term.toTotalMonths() > 0 ? "retention.months" : "retention.days",
                Map.of("n", number(term)));
    }

    private static long number(Period term) {
        return term.toTotalMonths() > 0 ? term.toTotalMonths() : term.getDays();
    }
}
