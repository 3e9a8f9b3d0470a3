package org.portevoix.poster;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.poster.Sheet.Ink;

/**
 * Lays a poster out: from afar the title, the day and the hour; then what one needs to come; at the foot the code and the
 * telephone. The title takes all the room that the rest leaves, so that a long one shrinks and nothing overflows.
 */
final class PosterDrawing {

    /** The title is smaller than this only where nothing else can give way; on a flyer, which tells more, it need not be as large. */
    private static final float WISHED_TITLE = 50;

    private static final float WISHED_TITLE_OF_A_FLYER = 42;

    private static final float LARGEST_TITLE = 92;
    private static final float SMALLEST_TITLE = 20;

    private final Poster poster;
    private final float unit;
    private final float width;
    private final float height;
    private final float margin;
    private final Sheet sheet;

    private PosterDrawing(Poster poster, Paper paper) {
        this.poster = poster;
        this.unit = paper.scale();
        this.width = paper.width();
        this.height = paper.height();
        this.margin = 36 * unit;
        this.sheet = new Sheet(paper, poster.language());
    }

    /** As a PDF. */
    static byte[] draw(Poster poster, Paper paper) {
        return new PosterDrawing(poster, paper).draw();
    }

    private byte[] draw() {
        float top = drawHead(margin);
        Foot foot = foot();
        float room = height - margin - foot.height() - top;
        Body body = body(room);
        drawBody(body, top, room);
        drawFoot(foot, height - margin - foot.height());
        return sheet.finish(poster.title().text(), poster.language());
    }

    /** The town; then the pictogram, the kind, and whether it is free. Gives where the next begins. */
    private float drawHead(float top) {
        float small = 20 * unit;
        pictogram("megaphone", 0, top, 26 * unit, Ink.DEEP);
        Block town = fitted(poster.town(), true, inner() - 36 * unit, small * 1.6f, small, 9 * unit);
        say("P", town, 36 * unit, top + (26 * unit - town.height()) / 2, Ink.DEEP);

        float row = top + 42 * unit;
        float circle = 92 * unit;
        sheet.ornament(() -> {
            sheet.box(left(0, circle), row, circle, circle, circle / 2, Ink.DEEP);
            sheet.shape(Pictogram.of(poster.icon(), 58 * unit), left(17 * unit, 58 * unit), row + 17 * unit, Ink.WHITE);
        });
        float free = drawFree(row, circle);
        float kindWidth = inner() - circle - 20 * unit - free;
        Block kind = fitted(poster.kind(), true, kindWidth, circle, 44 * unit, 14 * unit);
        say("P", kind, circle + 20 * unit, row + (circle - kind.height()) / 2, Ink.DEEP);
        return row + circle + 16 * unit;
    }

    /** "Free", on a bright label at the end of the row; gives the width that it takes. */
    private float drawFree(float row, float tall) {
        Words free = poster.free();
        if (free == null) {
            return 0;
        }
        Block block = fitted(free, true, inner() * .4f, tall / 2, 34 * unit, 14 * unit);
        float pad = 16 * unit;
        float wide = block.width() + 2 * pad;
        float high = block.height() + pad;
        float begin = inner() - wide;
        float labelTop = row + (tall - high) / 2;
        sheet.ornament(() -> sheet.box(left(begin, wide), labelTop, wide, high, 12 * unit, Ink.SUN));
        say("P", block, begin + pad, labelTop + pad / 2, Ink.BLACK);
        return wide + 14 * unit;
    }

    /** The largest title for which the rest still has room: what is under it gives way first, down to three quarters. */
    private Body body(float room) {
        float wished = unit * (poster.summary() == null ? WISHED_TITLE : WISHED_TITLE_OF_A_FLYER);
        Body best = null;
        for (float scale = 1; scale > .4f; scale -= .06f) {
            Body tried = body(room, scale * unit);
            if (best == null || tried.isBetterThan(best)) {
                best = tried;
            }
            boolean isGoodEnough = best.titleSize() >= wished || scale < .7f;
            if (best.isWithin() && isGoodEnough) {
                break;
            }
        }
        return Objects.requireNonNull(best);
    }

    private Body body(float room, float scale) {
        List<Block> when = new ArrayList<>();
        float icon = 62 * scale;
        for (int i = 0; i < poster.when().size(); i++) {
            float size = (i == 0 ? 48 : 44) * scale;
            when.add(fitted(
                    poster.when().get(i), true, inner() - icon - 54 * scale, size * 2.9f, size, Math.min(size, 13)));
        }
        float band = when.isEmpty()
                ? 0
                : (float) when.stream().mapToDouble(Block::height).sum() + 32 * scale;

        List<Block> facts = new ArrayList<>();
        for (Announcement.Fact fact : poster.facts()) {
            float size = 25 * scale;
            facts.add(fitted(fact.words(), false, inner() - 44 * scale, size * 4.6f, size, Math.min(size, 8)));
        }
        float gap = 9 * scale;
        float rest = band
                + (facts.isEmpty() ? 0 : 18 * scale)
                + (float) facts.stream()
                        .mapToDouble(block -> block.height() + gap)
                        .sum();

        Words told = poster.summary();
        Block summary = told == null
                ? null
                : fitted(told, false, inner(), 21 * scale * 5.2f, 21 * scale, Math.min(11, scale * 20));
        if (summary != null) {
            rest += summary.height() + 14 * scale;
        }
        Block title = fitted(
                poster.title(),
                true,
                inner(),
                Math.max(room - rest - 30 * unit, 40 * unit),
                LARGEST_TITLE * unit,
                SMALLEST_TITLE * unit);
        float height = title.height() + rest;
        return new Body(title, summary, when, band, facts, scale, gap, height, height + 12 * unit <= room);
    }

    private void drawBody(Body body, float top, float room) {
        float scale = body.scale();
        float spare = Math.max(0, room - body.height() - 14 * unit);
        float at = top + Math.min(spare * .4f, 40 * unit);
        say("H1", body.title(), 0, at, Ink.BLACK);
        at += body.title().height() + 10 * unit;
        if (body.summary() != null) {
            say("P", body.summary(), 0, at, Ink.BLACK);
            at += body.summary().height() + 14 * scale;
        }
        at += Math.min(spare * .25f, 24 * unit);
        if (!body.when().isEmpty()) {
            float bandTop = at;
            float icon = 62 * scale;
            sheet.ornament(() -> {
                sheet.box(margin, bandTop, inner(), body.band(), 16 * unit, Ink.DEEP);
                sheet.shape(
                        Pictogram.of("calendar", icon),
                        left(18 * scale, icon),
                        bandTop + (body.band() - icon) / 2,
                        Ink.WHITE);
            });
            float line = at + 16 * scale;
            for (Block block : body.when()) {
                say("P", block, icon + 36 * scale, line, Ink.WHITE);
                line += block.height();
            }
            at += body.band();
        }
        at += 18 * scale + Math.min(spare * .15f, 16 * unit);
        float icon = 30 * scale;
        for (int i = 0; i < body.facts().size(); i++) {
            Block block = body.facts().get(i);
            String name = poster.facts().get(i).icon();
            if (!name.isEmpty()) {
                pictogram(name, 0, at + (block.leading() - icon) / 2, icon, Ink.DEEP);
            }
            say("P", block, 44 * scale, at, Ink.BLACK);
            at += block.height() + body.gap();
        }
    }

    private Foot foot() {
        float code = 138 * unit;
        float beside = inner() - code - 30 * unit;
        Block scan = fitted(poster.scan(), true, beside, 60 * unit, 25 * unit, 11 * unit);
        Block call = fitted(poster.call(), false, beside, 44 * unit, 20 * unit, 10 * unit);
        Block number = fitted(poster.telephone(), true, beside - 44 * unit, 60 * unit, 42 * unit, 14 * unit);
        Words hours = poster.telephoneHours();
        Block open = hours == null ? null : fitted(hours, false, beside, 32 * unit, 14 * unit, 8 * unit);
        Block address = fitted(Words.plain(poster.address()), false, inner(), 26 * unit, 11.5f * unit, 7 * unit);
        List<Block> notes = poster.notes().stream()
                .map(note -> fitted(note, false, inner(), 30 * unit, 12 * unit, 7.5f * unit))
                .toList();
        float right = scan.height() + call.height() + number.height() + (open == null ? 0 : open.height()) + 8 * unit;
        float row = Math.max(code, right) + 20 * unit;
        float height = row
                + address.height()
                + (float) notes.stream().mapToDouble(Block::height).sum()
                + 8 * unit;
        return new Foot(scan, call, number, open, address, notes, code, right, row, height);
    }

    private void drawFoot(Foot foot, float top) {
        sheet.ornament(() -> sheet.box(margin, top, inner(), 2 * unit, 0, Ink.LINE));
        float rowTop = top + 14 * unit;
        float side = foot.code();
        sheet.link(
                poster.scan().text() + " " + poster.address(),
                poster.address(),
                left(0, side),
                rowTop,
                side,
                () -> sheet.shape(QrCode.of(poster.address(), side), left(0, side), rowTop, Ink.BLACK));
        float begin = side + 30 * unit;
        float at = rowTop + Math.max(0, (side - foot.right()) / 2);
        say("P", foot.scan(), begin, at, Ink.BLACK);
        at += foot.scan().height() + 8 * unit;
        say("P", foot.call(), begin, at, Ink.BLACK);
        at += foot.call().height();
        float icon = 32 * unit;
        pictogram("phone", begin, at + (foot.number().height() - icon) / 2, icon, Ink.DEEP);
        say("P", foot.number(), begin + 44 * unit, at, Ink.BLACK);
        at += foot.number().height();
        if (foot.open() != null) {
            say("P", foot.open(), begin, at, Ink.SOFT);
        }
        float low = top + foot.row();
        say("P", foot.address(), 0, low, Ink.SOFT);
        low += foot.address().height() + 4 * unit;
        for (Block note : foot.notes()) {
            say("P", note, 0, low, Ink.SOFT);
            low += note.height();
        }
    }

    /** The words as large as they fit, at most {@code largest}; where they do not at {@code smallest}, smaller, and words are broken. */
    private Block fitted(Words words, boolean isBold, float wide, float tall, float largest, float smallest) {
        Typesetting setting = new Typesetting(words, isBold);
        float leading = leading(words.language());
        for (float size = largest; size > smallest; size *= .96f) {
            List<Line> lines = setting.wrapEvenly(wide, size);
            if (lines != null && lines.size() * size * leading <= tall) {
                return new Block(words, lines, size, size * leading);
            }
        }
        float size = smallest;
        List<Line> lines = setting.wrapAnywhere(wide, size);
        while (lines.size() * size * leading > tall && size > smallest / 2) {
            size *= .94f;
            lines = setting.wrapAnywhere(wide, size);
        }
        return new Block(words, lines, size, size * leading);
    }

    private void say(String role, Block block, float start, float top, Ink ink) {
        if (block.lines().isEmpty()) {
            return;
        }
        sheet.say(role, block.words().language(), () -> {
            for (int i = 0; i < block.lines().size(); i++) {
                Line line = block.lines().get(i);
                sheet.text(
                        line,
                        left(start, line.width(block.size())),
                        top + i * block.leading() + foot(block),
                        block.size(),
                        ink);
            }
        });
    }

    private void pictogram(String icon, float start, float top, float side, Ink ink) {
        sheet.ornament(() -> sheet.shape(Pictogram.of(icon, side), left(start, side), top, ink));
    }

    /** From the side on which one begins to read to the left edge of the paper. */
    private float left(float start, float wide) {
        return poster.isRightToLeft() ? width - margin - start - wide : margin + start;
    }

    private float inner() {
        return width - 2 * margin;
    }

    /** Room for the signs above and under the letters, which differ between scripts. */
    private static float leading(String language) {
        return switch (language) {
            case "ar", "fa", "ur", "ps" -> 1.42f;
            case "ta", "bn" -> 1.36f;
            case "zh" -> 1.24f;
            default -> 1.2f;
        };
    }

    /** Where letters stand in the room of their line. */
    private static float foot(Block block) {
        float share = switch (block.words().language()) {
            case "ar", "fa", "ur", "ps" -> .72f;
            case "ta", "bn" -> .73f;
            case "zh" -> .79f;
            default -> .77f;
        };
        return block.leading() * share;
    }

    /** @param leading from the foot of a line to that of the next */
    private record Block(Words words, List<Line> lines, float size, float leading) {

        float height() {
            return lines.size() * leading;
        }

        float width() {
            return (float)
                    lines.stream().mapToDouble(line -> line.width(size)).max().orElse(0);
        }
    }

    private record Body(
            Block title,
            @Nullable Block summary,
            List<Block> when,
            float band,
            List<Block> facts,
            float scale,
            float gap,
            float height,
            boolean isWithin) {

        boolean isBetterThan(Body other) {
            return isWithin != other.isWithin ? isWithin : titleSize() > other.titleSize();
        }

        float titleSize() {
            return title.size();
        }
    }

    private record Foot(
            Block scan,
            Block call,
            Block number,
            @Nullable Block open,
            Block address,
            List<Block> notes,
            float code,
            float right,
            float row,
            float height) {}
}
