package org.portevoix.recording;

import io.micronaut.http.HttpRequest;
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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.portevoix.account.Desk;
import org.portevoix.account.DeskPages;
import org.portevoix.account.Permission;
import org.portevoix.content.Kind;
import org.portevoix.contract.Contract;
import org.portevoix.importing.ContractItem;
import org.portevoix.importing.ContractItems;
import org.portevoix.language.Language;
import org.portevoix.language.Languages;
import org.portevoix.language.Messages;
import org.portevoix.web.KeptBytes;
import org.portevoix.web.NotFound;
import org.portevoix.web.UploadedForm;

/** Voices at the desk: brought by one person, listened to by another, taken away when the one who speaks asks for it. */
@Controller("/equipe/{contract}")
class RecordingDeskController {

    private static final String ITEM = "/contenus/{kind}/{slug:[A-Za-z0-9-]+}/voix";

    private final Recordings recordings;
    private final RecordingRepository repository;
    private final RecordingPages recordingPages;
    private final ContractItems items;
    private final Languages languages;
    private final Messages messages;
    private final DeskPages pages;

    RecordingDeskController(
            Recordings recordings,
            RecordingRepository repository,
            RecordingPages recordingPages,
            ContractItems items,
            Languages languages,
            Messages messages,
            DeskPages pages) {
        this.recordings = recordings;
        this.repository = repository;
        this.recordingPages = recordingPages;
        this.items = items;
        this.languages = languages;
        this.messages = messages;
        this.pages = pages;
    }

    @Get("/voix{?page}")
    HttpResponse<?> list(Desk desk, String contract, @QueryValue(defaultValue = "1") int page) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        return pages.show(
                desk,
                one,
                HttpStatus.OK,
                "recording/list",
                "recording.desk.list",
                RecordingMenu.SECTION,
                recordingPages.list(desk, one, page));
    }

    @Get(ITEM + "{?fait,langue}")
    HttpResponse<?> show(
            Desk desk,
            String contract,
            String kind,
            String slug,
            @QueryValue(defaultValue = "") String fait,
            @QueryValue(defaultValue = Language.SOURCE) String langue) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        return show(desk, one, HttpStatus.OK, kind, slug, RecordingForm.blank(langue), Map.of(), fait);
    }

    /** A voice, kept until somebody else has listened to it; 422 when it is none, or too long. */
    @Post(ITEM)
    @Consumes(MediaType.ALL)
    HttpResponse<?> keep(
            Desk desk,
            String contract,
            String kind,
            String slug,
            @Nullable @Header("Content-Type") String contentType,
            @Body byte @Nullable [] body) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        ContractItem item = item(one, kind(kind), slug);
        RecordingForm form = RecordingForm.of(UploadedForm.of(contentType, body));
        Optional<Sound> sound = Sound.of(form.file());
        boolean isTrimmed = sound.filter(Sound::isTooLong).isPresent();
        if (isTrimmed) {
            form = form.trimmed(sound.get().beginning(form.file()).orElse(new byte[0]));
            sound = Sound.of(form.file());
        }
        Map<String, String> errors = form.errors(languages, messages, sound);
        if (!errors.isEmpty() || sound.isEmpty()) {
            return show(desk, one, HttpStatus.UNPROCESSABLE_ENTITY, kind, slug, form, errors, "");
        }
        recordings.keep(one, kind(kind), item, form, sound.get(), desk.accountId());
        return done(kind(kind).itemAddress(one, slug) + "/voix", isTrimmed ? "trimmed" : "kept");
    }

    /** For the team's ears, public or not. */
    @Get("/voix/{id}/son")
    HttpResponse<?> listen(HttpRequest<?> request, Desk desk, String contract, long id) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        RecordingBytes found = repository.findBytes(one.id(), id).orElseThrow(NotFound::new);
        return new KeptBytes(found.mediaType(), found.bytes(), found.digest()).answer(request);
    }

    @Post("/voix/{id}/relecture")
    @Consumes(MediaType.ALL)
    HttpResponse<?> publish(Desk desk, String contract, long id) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        Recording recording = repository.find(one.id(), id).orElseThrow(NotFound::new);
        return done(address(one, recording), recordings.publish(one, id, desk.accountId()) ? "published" : "another");
    }

    @Post("/voix/{id}/retrait")
    @Consumes(MediaType.ALL)
    HttpResponse<?> withdraw(Desk desk, String contract, long id) {
        Contract one = desk.contract(contract, Permission.TRANSLATE);
        return done(address(one, recordings.withdraw(one, id)), "withdrawn");
    }

    private static String address(Contract contract, Recording recording) {
        return Recordings.kind(recording).itemAddress(contract, recording.slug()) + "/voix";
    }

    private static HttpResponse<?> done(String address, String done) {
        return HttpResponse.seeOther(URI.create(address + "?fait=" + done));
    }

    private static Kind kind(String kind) {
        return Kind.at(kind).filter(one -> Kind.pages().contains(one)).orElseThrow(NotFound::new);
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
            RecordingForm form,
            Map<String, String> errors,
            String done) {
        return pages.show(
                desk,
                contract,
                status,
                "recording/item",
                "recording.desk.title",
                RecordingMenu.SECTION,
                recordingPages.of(desk, contract, kind(kind), item(contract, kind(kind), slug), form, errors, done));
    }
}
