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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.Permission;
import org.portevoix.contract.Contract;
import org.portevoix.participation.Period;
import org.portevoix.web.FormBody;
import org.portevoix.web.FormKeys;
import org.portevoix.web.NotFound;

/** The committee's pack at the desk: what is frozen, the next one as it would be, what the coordinator puts into it. */
@Controller("/equipe/{contract}/dossier")
class PackDeskController {
    private static final Set<String> SAID = Set.of("fige", "corrige", "deja", "voix", "point", "retire", "envoye");
    private static final int LONGEST_POINT = 300;
    private static final int LONGEST_REASON = 500;
    private static final int LAST_PAGE = 500;

    private final FrozenPacks packs;
    private final Voices voices;
    private final PackChoiceRepository choices;
    private final PackDeskPages pages;
    private final FormKeys formKeys;

    PackDeskController(
            FrozenPacks packs, Voices voices, PackChoiceRepository choices, PackDeskPages pages, FormKeys formKeys) {
        this.packs = packs;
        this.voices = voices;
        this.choices = choices;
        this.pages = pages;
        this.formKeys = formKeys;
    }

    @Get("{?page,fait}")
    HttpResponse<?> list(
            Desk desk, String contract, @Nullable @QueryValue Integer page, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.REPORT);
        return pages.list(desk, found, page(page), said(fait));
    }

    /** The pack as it would be frozen now. */
    @Get("/apercu{?periode,page,fait}")
    HttpResponse<?> preview(
            Desk desk,
            String contract,
            @Nullable @QueryValue String periode,
            @Nullable @QueryValue Integer page,
            @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        return pages.preview(
                desk, found, HttpStatus.OK, period(periode), page(page), PackPage.Typed.nothing(said(fait)));
    }

    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<?> freeze(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        FormBody form = FormBody.of(body);
        FrozenPack frozen = packs.freeze(
                found,
                period(form.get("periode")),
                FrozenPack.Cause.MADE,
                desk.accountId(),
                formKeys.of(form.get("key")));
        return see(found, "/" + frozen.number() + "?fait=fige");
    }

    @Post("/voix")
    @Consumes(MediaType.ALL)
    HttpResponse<?> voices(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        FormBody form = FormBody.of(body);
        Period period = period(form.get("periode"));
        int page = page(number(form.get("page")));
        List<Long> wanted = ids(form.all("voice"));
        if (!voices.choose(found.id(), period, ids(form.all("offered")), wanted)) {
            return pages.preview(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    period,
                    page,
                    new PackPage.Typed(Map.of(), Map.of("voices", "pack.desk.error.voices"), wanted, ""));
        }
        return see(found, "/apercu?periode=" + period.key() + "&page=" + page + "&fait=voix#voix");
    }

    @Post("/points")
    @Consumes(MediaType.ALL)
    HttpResponse<?> point(Desk desk, String contract, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        FormBody form = FormBody.of(body);
        Period period = period(form.get("periode"));
        String what = form.get("what").strip();
        String because = form.get("because").strip();
        Map<String, String> errors = new LinkedHashMap<>();
        if (what.isEmpty() || what.length() > LONGEST_POINT) {
            errors.put("what", "pack.desk.error.what");
        }
        if (because.isEmpty() || because.length() > LONGEST_POINT) {
            errors.put("because", "pack.desk.error.because");
        }
        if (!errors.isEmpty()) {
            return pages.preview(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    period,
                    1,
                    new PackPage.Typed(Map.of("what", what, "because", because), errors, null, ""));
        }
        choices.addPoint(found.id(), period.key(), formKeys.of(form.get("key")), what, because);
        return see(found, "/apercu?periode=" + period.key() + "&fait=point#decider");
    }

    @Post("/points/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> removePoint(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        Period period = period(FormBody.of(body).get("periode"));
        choices.removePoint(found.id(), id);
        return see(found, "/apercu?periode=" + period.key() + "&fait=retire#decider");
    }

    @Get("/{id:[0-9]+}{?fait}")
    HttpResponse<?> show(Desk desk, String contract, int id, @Nullable @QueryValue String fait) {
        Contract found = desk.contract(contract, Permission.REPORT);
        return pages.show(desk, found, HttpStatus.OK, id, PackPage.Typed.nothing(said(fait)));
    }

    /** The bytes as they were frozen; whoever may see the priority areas gets the committee's own. */
    @Get("/{id:[0-9]+}/{name}")
    HttpResponse<?> file(Desk desk, String contract, int id, String name) {
        Contract found = desk.contract(contract, Permission.REPORT);
        return pages.file(desk, found, id, name).orElseGet(() -> see(found, "/" + id));
    }

    @Post("/{id:[0-9]+}/correction")
    @Consumes(MediaType.ALL)
    HttpResponse<?> correct(Desk desk, String contract, int id, @Nullable @Body String body) {
        Contract found = desk.contract(contract, Permission.GOVERN);
        FrozenPack former = pages.find(found, id);
        FormBody form = FormBody.of(body);
        String reason = form.get("reason").strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return pages.show(
                    desk,
                    found,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    id,
                    new PackPage.Typed(Map.of("reason", reason), Map.of("reason", "pack.desk.error.reason"), null, ""));
        }
        Optional<FrozenPack> frozen =
                packs.correct(found, former, reason, desk.accountId(), formKeys.of(form.get("key")));
        return frozen.isPresent()
                ? see(found, "/" + frozen.get().number() + "?fait=corrige")
                : see(found, "/" + id + "?fait=deja");
    }

    private static Period period(@Nullable String key) {
        return Period.parse(key == null ? "" : key).orElseThrow(NotFound::new);
    }

    private static String said(@Nullable String fait) {
        return fait != null && SAID.contains(fait) ? fait : "";
    }

    private static int page(@Nullable Integer asked) {
        return asked == null ? 1 : Math.clamp(asked, 1, LAST_PAGE);
    }

    private static @Nullable Integer number(String typed) {
        return typed.matches("[0-9]{1,4}") ? Integer.valueOf(typed) : null;
    }

    private static List<Long> ids(List<String> typed) {
        List<Long> ids = new ArrayList<>();
        typed.stream().filter(one -> one.matches("[0-9]{1,18}")).forEach(one -> ids.add(Long.parseLong(one)));
        return ids;
    }

    private static HttpResponse<?> see(Contract contract, String path) {
        return HttpResponse.seeOther(URI.create("/equipe/" + contract.slug() + "/dossier" + path));
    }
}
