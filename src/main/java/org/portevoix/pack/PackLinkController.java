package org.portevoix.pack;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.contract.Contract;
import org.portevoix.contract.Contracts;
import org.portevoix.contract.Visit;
import org.portevoix.language.Language;
import org.portevoix.web.Drawing;
import org.portevoix.web.FormBody;
import org.portevoix.web.Layout;
import org.portevoix.web.NotFound;
import org.portevoix.web.RateLimits;

/**
 * The pack for a member without an account, behind a link that is theirs alone: the files without the priority areas, and a button
 * by which they receive no more. In French, as the pack is.
 */
@Controller("/dossier/{token}")
class PackLinkController {
    private final Members members;
    private final FrozenPackRepository rows;
    private final Frozen frozen;
    private final Contracts contracts;
    private final RateLimits limits;

    /** Packs, and how they are shown. */
    @Singleton
    record Frozen(FrozenPacks packs, PackDeskPages pages, PackWords words, Drawing drawing) {}

    PackLinkController(
            Members members, FrozenPackRepository rows, Frozen frozen, Contracts contracts, RateLimits limits) {
        this.members = members;
        this.rows = rows;
        this.frozen = frozen;
        this.contracts = contracts;
        this.limits = limits;
    }

    @Get
    HttpResponse<?> show(HttpRequest<?> request, String token) {
        PackLink link = open(request, token);
        Contract contract = contracts.find(link.contractId()).orElseThrow(NotFound::new);
        FrozenPack pack = latest(link);
        boolean isGood = members.isGood(link);
        return page(
                contract,
                "pack/link",
                new PackPage.LinkPage(
                        token,
                        frozen.pages().period(pack),
                        frozen.pages().day(contract, pack),
                        isGood,
                        frozen.pages()
                                .day(link.expiresAt().atZone(contract.zoneId()).toLocalDate()),
                        pack.reason(),
                        isGood ? frozen.pages().files(pack, Audience.EVERYONE) : List.of()));
    }

    @Get("/{name}")
    HttpResponse<?> file(HttpRequest<?> request, String token, String name) {
        PackLink link = open(request, token);
        Contract contract = contracts.find(link.contractId()).orElseThrow(NotFound::new);
        Optional<HttpResponse<?>> file = members.isGood(link)
                ? frozen.pages().bytes(contract, latest(link), Audience.EVERYONE, name)
                : Optional.empty();
        return file.orElseGet(() ->
                HttpResponse.seeOther(URI.create("/dossier/" + token)).header(HttpHeaders.CACHE_CONTROL, "no-store"));
    }

    /** A button and no mere link: machines that read mail open links. */
    @Post("/arret")
    @Consumes(MediaType.ALL)
    HttpResponse<?> stop(HttpRequest<?> request, String token, @Nullable @Body String body) {
        PackLink link = open(request, token);
        if (FormBody.of(body).isTrapped()) {
            throw new HttpStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "");
        }
        Contract contract = contracts.find(link.contractId()).orElseThrow(NotFound::new);
        members.remove(link.contractId(), link.memberId());
        return page(contract, "pack/stopped", contract.territoryName());
    }

    private FrozenPack latest(PackLink link) {
        return frozen.packs().latest(rows.find(link.packId()).orElseThrow());
    }

    private PackLink open(HttpRequest<?> request, String token) {
        return limits.openSecret(request, () -> members.open(token));
    }

    private MutableHttpResponse<String> page(Contract contract, String template, Object page) {
        Visit visit = contracts.visit(Language.SOURCE, contract);
        Layout layout = new Layout(
                frozen.words().say("pack.desk.link.title"),
                visit.language(),
                "",
                "",
                visit.heading().inOneLanguage());
        return HttpResponse.ok(frozen.drawing().draw(template, layout, page, ""))
                .contentType("text/html;charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex, nofollow");
    }
}
