package org.portevoix.picture;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.content.Kind;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.web.FormBody;
import org.portevoix.web.NotFound;
import org.portevoix.web.UploadedForm;

/** Pictures at the desk: added with what they show, told in other languages, taken away. */
@Controller("/equipe/{contract}")
class PictureDeskController {

    private static final String ITEM = "/contenus/{kind}/{slug:[A-Za-z0-9-]+}/images";
    private static final int LONGEST_ALT = 300;

    private final Pictures pictures;
    private final PicturePages picturePages;
    private final ContractItems items;
    private final DeskPages pages;

    PictureDeskController(Pictures pictures, PicturePages picturePages, ContractItems items, DeskPages pages) {
        this.pictures = pictures;
        this.picturePages = picturePages;
        this.items = items;
        this.pages = pages;
    }

    @Get(ITEM + "{?fait}")
    HttpResponse<?> show(
            Desk desk, String contract, String kind, String slug, @QueryValue(defaultValue = "") String fait) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        return show(desk, one, HttpStatus.OK, kind, slug, "", Map.of(), fait);
    }

    /** A picture, made small; 422 when it is none, or when nobody says what it shows. */
    @Post(ITEM)
    @Consumes(MediaType.ALL)
    HttpResponse<?> add(
            Desk desk,
            String contract,
            String kind,
            String slug,
            @Nullable @Header("Content-Type") String contentType,
            @Body byte @Nullable [] body) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        ContractItem item = item(one, kind(kind), slug);
        UploadedForm sent = UploadedForm.of(contentType, body);
        String alt = oneLine(sent.fields().get("alt"));
        Map<String, String> errors = new LinkedHashMap<>();
        SmallPhoto.Result made = SmallPhoto.of(sent.file("file"));
        SmallPhoto photo = made.photo();
        if (photo == null) {
            errors.put("file", made.problem());
        }
        if (alt.isEmpty() || alt.length() > LONGEST_ALT) {
            errors.put("alt", alt.isEmpty() ? "picture.desk.error.no_alt" : "picture.desk.error.alt_too_long");
        }
        if (errors.isEmpty() && photo != null) {
            String hindrance = pictures.add(one, kind(kind), item, photo, alt, desk.accountId());
            if (hindrance.isEmpty()) {
                return done(kind(kind).itemAddress(one, slug) + "/images", "added");
            }
            errors.put("file", hindrance);
        }
        return show(desk, one, HttpStatus.UNPROCESSABLE_ENTITY, kind, slug, alt, errors, "");
    }

    /** What a picture shows, in the contract's other languages: kept until somebody else has read it. */
    @Post("/images/{id}/textes")
    @Consumes(MediaType.ALL)
    HttpResponse<?> translate(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Picture picture = pictures.translate(one, id, typed(one, FormBody.of(body)), desk.accountId());
        return done(address(one, picture), "written");
    }

    /** The same, and what others wrote is shown. */
    @Post("/images/{id}/relecture")
    @Consumes(MediaType.ALL)
    HttpResponse<?> review(Desk desk, String contract, long id, @Nullable @Body String body) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Picture picture = pictures.translate(one, id, typed(one, FormBody.of(body)), desk.accountId());
        return done(address(one, picture), pictures.review(one, picture, desk.accountId()) ? "reviewed" : "another");
    }

    @Post("/images/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(Desk desk, String contract, long id) {
        Contract one = desk.contract(contract, Permission.PUBLISH);
        return done(address(one, pictures.remove(one, id)), "removed");
    }

    private static Map<String, String> typed(Contract contract, FormBody form) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String code : PicturePages.otherLanguages(contract)) {
            String body = oneLine(form.get("alt-" + code));
            if (form.values().containsKey("alt-" + code) && body.length() <= LONGEST_ALT) {
                typed.put(code, body);
            }
        }
        return typed;
    }

    private static String oneLine(String typed) {
        return typed.strip().replaceAll("\\s+", " ");
    }

    private static String address(Contract contract, Picture picture) {
        return Pictures.kind(picture).itemAddress(contract, picture.slug()) + "/images";
    }

    private static HttpResponse<?> done(String address, String done) {
        return HttpResponse.seeOther(URI.create(address + "?fait=" + done));
    }

    private static Kind kind(String kind) {
        return Kind.at(kind)
                .filter(one -> one == Kind.ACTION || one == Kind.EVENT)
                .orElseThrow(NotFound::new);
    }

    private ContractItem item(Contract contract, Kind kind, String slug) {
        return items.find(contract.id(), kind.list(), slug).orElseThrow(NotFound::new);
    }

    private HttpResponse<?> show(
            Desk desk,
            Contract contract,
            HttpStatus status,
            String kind,
            String slug,
            String alt,
            Map<String, String> errors,
            String done) {
        return pages.show(
                desk,
                contract,
                status,
                "picture/item",
                "picture.desk.title",
                "content",
                picturePages.of(desk, contract, kind(kind), item(contract, kind(kind), slug), alt, errors, done));
    }
}
