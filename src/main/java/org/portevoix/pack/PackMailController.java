package org.portevoix.pack;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Accounts;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.web.FormBody;

/** Who receives the pack and when; sending one now; and, for each member with an account, whether they want it. */
@Controller("/equipe/{contract}/dossier")
class PackMailController {
    private static final Set<String> SAID = Set.of("rythme", "membre", "retire", "deja");
    private static final int LONGEST_NAME = 120;

    private final Members members;
    private final Sendings sendings;
    private final PackDeskPages packs;
    private final DeskPages pages;

    PackMailController(Members members, Sendings sendings, PackDeskPages packs, DeskPages pages) {
        this.members = members;
        this.sendings = sendings;
        this.packs = packs;
        this.pages = pages;
    }

    @Get("/envois{?fait}")
    HttpResponse<?> show(Desk desk, String contract, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        String done = fait != null && SAID.contains(fait) ? fait : "";
        return page(desk, found, HttpStatus.OK, Map.of(), Map.of(), done);
    }

    @Post("/envois/rythme")
    @Consumes(MediaType.ALL)
    HttpResponse<?> schedule(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        FormBody form = FormBody.of(body);
        String typed = form.get("rhythm");
        Rhythm rhythm = Arrays.stream(Rhythm.values())
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(null);
        String days = form.get("days").strip();
        boolean areDays = days.matches("[0-9]{1,2}")
                && Integer.parseInt(days) >= 1
                && Integer.parseInt(days) <= PackSchedule.MOST_DAYS;
        Map<String, String> errors = new LinkedHashMap<>();
        if (rhythm == null) {
            errors.put("rhythm", "pack.desk.error.rhythm");
        }
        if (!areDays && rhythm == Rhythm.MEETING) {
            errors.put("days", "pack.desk.error.days");
        }
        if (rhythm == null || !errors.isEmpty()) {
            return page(
                    desk, found, HttpStatus.UNPROCESSABLE_ENTITY, Map.of("rhythm", typed, "days", days), errors, "");
        }
        sendings.schedule(found, rhythm, areDays ? Integer.parseInt(days) : PackSchedule.USUAL_DAYS);
        return see(found, "/envois?fait=rythme");
    }

    @Post("/envois/membres")
    @Consumes(MediaType.ALL)
    HttpResponse<?> add(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        FormBody form = FormBody.of(body);
        String name = form.get("name").strip();
        String address = form.get("email").strip();
        Map<String, String> errors = new LinkedHashMap<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.put("name", "pack.desk.error.name");
        }
        if (!Accounts.isEmail(address)) {
            errors.put("email", "account.desk.email.invalid");
        }
        if (!errors.isEmpty()) {
            return page(
                    desk, found, HttpStatus.UNPROCESSABLE_ENTITY, Map.of("name", name, "email", address), errors, "");
        }
        members.add(found.id(), name, address);
        return see(found, "/envois?fait=membre");
    }

    @Post("/envois/membres/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        return see(found, "/envois?fait=" + (members.remove(found.id(), id) ? "retire" : "deja"));
    }

    /** To each member, once for a pack. */
    @Post("/{id:[0-9]+}/envoi")
    @Consumes(MediaType.ALL)
    HttpResponse<?> send(Desk desk, String contract, int id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        FrozenPack pack = packs.find(found, id);
        if (pack.isErased() || pack.correctedBy() != null) {
            return see(found, "/" + id + "?fait=deja");
        }
        members.write(found, pack, packs.period(pack));
        return see(found, "/" + id + "?fait=envoye");
    }

    @Post("/recevoir")
    @Consumes(MediaType.ALL)
    HttpResponse<?> choose(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.REPORT);
        members.choose(
                found.id(), desk.accountId(), FormBody.of(body).get("recevoir").equals("oui"));
        return see(found, "#recevoir");
    }

    private HttpResponse<?> page(
            Desk desk,
            Contract contract,
            HttpStatus status,
            Map<String, String> typed,
            Map<String, String> errors,
            String done) {
        PackSchedule schedule = sendings.schedule(contract);
        String rhythm = typed.getOrDefault("rhythm", schedule.rhythm().name());
        return pages.show(
                desk,
                contract,
                status,
                "pack/desk_mail",
                "pack.desk.mails.title",
                "pack",
                new PackPage.MailPage(
                        contract.slug(),
                        Arrays.stream(Rhythm.values())
                                .map(one -> new PackPage.Choice(
                                        one.name(), one.name(), one.name().equals(rhythm)))
                                .toList(),
                        typed.getOrDefault("days", Integer.toString(schedule.daysBefore())),
                        packs.next(contract),
                        members.accounts(contract.id()),
                        members.known(contract.id()),
                        typed,
                        errors,
                        done));
    }

    private static HttpResponse<?> see(Contract contract, String path) {
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/dossier" + path));
    }
}
