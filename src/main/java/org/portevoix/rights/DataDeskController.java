package org.portevoix.rights;

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
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.receipt.ReceiptCopies;
import org.portevoix.retention.PersonalData;
import org.portevoix.retention.Retention;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long personal data is kept, what was erased, and what residents asked for by their code. */
@Controller("/equipe/{contract}/donnees")
class DataDeskController {

    private static final Logger LOG = LoggerFactory.getLogger(DataDeskController.class);
    private static final Set<String> DONE = Set.of("terme", "execution", "effacement");

    private final Retention retention;
    private final RightsRequests requests;
    private final ReceiptCopies copies;
    private final DataPages dataPages;
    private final DeskPages pages;

    DataDeskController(
            Retention retention, RightsRequests requests, ReceiptCopies copies, DataPages dataPages, DeskPages pages) {
        this.retention = retention;
        this.requests = requests;
        this.copies = copies;
        this.dataPages = dataPages;
        this.pages = pages;
    }

    @Get("{?fait}")
    HttpResponse<?> show(Desk desk, String contract, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        return show(
                desk, found, HttpStatus.OK, FormBody.of(""), Map.of(), fait != null && DONE.contains(fait) ? fait : "");
    }

    @Post("/termes/{kind}")
    @Consumes(MediaType.ALL)
    HttpResponse<?> change(Desk desk, String contract, String kind, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        PersonalData changed = retention.kinds().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow(NotFound::new);
        FormBody form = FormBody.of(body);
        Period term = term(changed, form.get("term-" + kind).strip());
        if (!retention.change(found, changed, term, desk.accountId())) {
            return show(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    form,
                    Map.of("term-" + kind, "rights.desk.error.term"),
                    "");
        }
        LOG.info("Account {} changed the term of {} in contract {} to {}", desk.accountId(), kind, found.id(), term);
        return to(found, "terme");
    }

    @Post("/execution")
    @Consumes(MediaType.ALL)
    HttpResponse<?> again(Desk desk, String contract) {
        Contract found = desk.contract(contract, Permission.ACCOUNTS);
        retention.again(found);
        LOG.info("Account {} started the erasing of contract {}", desk.accountId(), found.id());
        return to(found, "execution");
    }

    /** Everything kept under a code, to give to who asked for it. */
    @Post("/copie")
    @Consumes(MediaType.ALL)
    HttpResponse<?> copy(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        FormBody form = FormBody.of(body);
        Optional<String> code = requests.find(found, form.get("code"));
        if (code.isEmpty()) {
            return unknown(desk, found, form, "code");
        }
        requests.copied(found, desk.accountId());
        LOG.info("Account {} took a copy for somebody of contract {}", desk.accountId(), found.id());
        return copies.download(code.get());
    }

    @Post("/effacement")
    @Consumes(MediaType.ALL)
    HttpResponse<?> erase(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.PERSONAL_LISTS);
        FormBody form = FormBody.of(body);
        Optional<String> code = requests.find(found, form.get("erased"));
        if (code.isEmpty()) {
            return unknown(desk, found, form, "erased");
        }
        requests.erase(found, code.get(), desk.accountId());
        LOG.info("Account {} erased something for somebody of contract {}", desk.accountId(), found.id());
        return to(found, "effacement");
    }

    private HttpResponse<?> unknown(Desk desk, Contract contract, FormBody form, String field) {
        return show(desk, contract, HttpStatus.UNPROCESSABLE_ENTITY, form, Map.of(field, "rights.desk.error.code"), "");
    }

    private HttpResponse<?> show(
            Desk desk, Contract contract, HttpStatus status, FormBody form, Map<String, String> errors, String done) {
        return pages.show(
                desk,
                contract,
                status,
                "rights/data",
                "rights.desk.title",
                "data",
                dataPages.page(desk, contract, form, errors, done));
    }

    /** In the unit of the kind's usual term. */
    private static Period term(PersonalData kind, String typed) {
        int number = typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
        return kind.usualTerm().toTotalMonths() > 0 ? Period.ofMonths(number) : Period.ofDays(number);
    }

    private static HttpResponse<?> to(Contract contract, String done) {
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/donnees?fait=" + done));
    }
}
