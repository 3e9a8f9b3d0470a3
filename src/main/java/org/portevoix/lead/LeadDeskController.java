package org.portevoix.lead;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.actionsheet.SheetProgress;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The team's side of leads: their links, and the nod to what they report. */
@Controller("/equipe/{contract}/pilotes")
class LeadDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(LeadDeskController.class);
    private static final Set<String> SAID = Set.of("accepte", "refuse", "repris", "revoque", "trop-tard", "deja");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;<>\"]+@[^\\s@,;<>\"]+\\.[^\\s@,;<>\".]{2,}");
    private static final int LONGEST_HOLDER = 120;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_WORD = 1000;

    private final LeadLinks links;
    private final LeadReportRepository repository;
    private final LeadReports reports;
    private final LeadDeskPages pages;
    private final FormKeys formKeys;

    LeadDeskController(
            LeadLinks links,
            LeadReportRepository repository,
            LeadReports reports,
            LeadDeskPages pages,
            FormKeys formKeys) {
        this.links = links;
        this.repository = repository;
        this.reports = reports;
        this.pages = pages;
        this.formKeys = formKeys;
    }

    @Get("{?fait}")
    HttpResponse<?> show(Desk desk, String contract, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        String done = fait != null && SAID.contains(fait) ? fait : "";
        return pages.show(desk, found, HttpStatus.OK, LeadForm.blank(), Map.of(), done, null);
    }

    /** Makes a link, and shows it once: it is nowhere to be read again, so this answer is no redirect. */
    @Post("/liens")
    @Consumes(MediaType.ALL)
    HttpResponse<?> make(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        LeadForm form = new LeadForm(FormBody.of(body));
        Map<String, String> errors = new LinkedHashMap<>();
        SheetProgress.Led sheet = pages.sheets(found).stream()
                .filter(one -> String.valueOf(one.id()).equals(form.get("sheet")))
                .findFirst()
                .orElse(null);
        if (sheet == null) {
            errors.put("sheet", "lead.desk.error.sheet");
        }
        if (form.get("holder").isEmpty() || form.get("holder").length() > LONGEST_HOLDER) {
            errors.put("holder", "lead.desk.error.holder");
        }
        String email = form.get("email");
        if (!email.isEmpty()
                && (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches())) {
            errors.put("email", "account.desk.email.invalid");
        }
        if (sheet == null || !errors.isEmpty()) {
            return pages.show(desk, found, HttpStatus.UNPROCESSABLE_ENTITY, form, errors, "", null);
        }
        Optional<String> token = links.make(
                found,
                sheet.id(),
                sheet.title(),
                form.get("holder"),
                email,
                formKeys.of(form.body().get("key")),
                desk.accountId());
        if (token.isEmpty()) {
            return done(found, "deja");
        }
        LOG.info("Account {} made a link for sheet {}", desk.accountId(), sheet.id());
        return pages.show(desk, found, HttpStatus.OK, LeadForm.blank(), Map.of(), "", token.get());
    }

    @Post("/liens/{id}/revocation")
    @Consumes(MediaType.ALL)
    HttpResponse<?> revoke(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        boolean isRevoked = links.revoke(found.id(), id);
        if (isRevoked) {
            LOG.info("Account {} revoked link {}", desk.accountId(), id);
        }
        return done(found, isRevoked ? "revoque" : "trop-tard");
    }

    @Post("/rapports/{id}/accord")
    @Consumes(MediaType.ALL)
    HttpResponse<?> accept(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        return decided(desk, found, id, "accepte", reports.accept(report(found, id), desk.accountId()));
    }

    @Post("/rapports/{id}/refus")
    @Consumes(MediaType.ALL)
    HttpResponse<?> refuse(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        LeadReport report = report(found, id);
        LeadForm form = new LeadForm(FormBody.of(body));
        String word = form.get("word");
        if (word.isEmpty() || word.length() > LONGEST_WORD) {
            return pages.show(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form,
                    Map.of("word-" + id, "lead.desk.error.word"),
                    "",
                    null);
        }
        return decided(desk, found, id, "refuse", reports.refuse(report, word, desk.accountId()));
    }

    @Post("/rapports/{id}/reprise")
    @Consumes(MediaType.ALL)
    HttpResponse<?> takeBack(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PUBLISH);
        return decided(desk, found, id, "repris", reports.takeBack(report(found, id), desk.accountId()));
    }

    private LeadReport report(Contract contract, long id) {
        return repository.find(contract.id(), id).orElseThrow(NotFound::new);
    }

    private static HttpResponse<?> decided(Desk desk, Contract contract, long id, String what, boolean isDone) {
        if (isDone) {
            LOG.info("Account {} decided about report {}: {}", desk.accountId(), id, what);
        }
        return done(contract, isDone ? what : "trop-tard");
    }

    private static HttpResponse<?> done(Contract contract, String what) {
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/pilotes?fait=" + what));
    }
}
