package org.portevoix.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.portevoix.brief.BriefSheet.Count;
import org.portevoix.paper.Block;
import org.portevoix.paper.Booklet;
import org.portevoix.paper.Flow;
import org.portevoix.paper.Foot;
import org.portevoix.paper.Ink;
import org.portevoix.paper.Sheet;
import org.portevoix.paper.Words;

/** Lays the sheet out on A4: few words, large figures, and at the foot the code and the telephone. All shrinks until it fits. */
final class BriefDrawing {

    private static final float MARGIN = 36;
    private static final float CODE = 110;
    /** Its foot is smaller than that of a poster, which says less. */
    private static final float FOOT = .85f;

    private static final float SMALLEST_GAP = 9;
    /** Between parts there is no more than this, however much room is left. */
    private static final float LARGEST_GAP = 34;

    private final BriefSheet told;
    private final Sheet sheet;
    private final Booklet booklet;

    private BriefDrawing(BriefSheet told) {
        this.told = told;
        this.sheet = new Sheet(Flow.WIDTH, Flow.HEIGHT, MARGIN, told.language(), told.isRightToLeft());
        this.booklet = sheet.booklet();
    }

    /** As a PDF. */
    static byte[] draw(BriefSheet told) {
        return new BriefDrawing(told).draw();
    }

    private byte[] draw() {
        float top = drawHead();
        Foot foot = new Foot(sheet, FOOT, CODE, told.foot());
        float room = sheet.bottom() - foot.height() - 14 - top;
        List<Part> parts = parts(1);
        for (float scale = .98f; tall(parts) + SMALLEST_GAP * parts.size() > room && scale > .4f; scale -= .02f) {
            parts = parts(scale);
        }
        float gap = Math.clamp((room - tall(parts)) / parts.size(), 0, LARGEST_GAP);
        float at = top;
        for (Part part : parts) {
            part.draw().at(at);
            at += part.tall() + gap;
        }
        foot.draw(sheet.bottom() - foot.height());
        return booklet.finish(told.title().text());
    }

    private float drawHead() {
        sheet.pictogram("megaphone", 0, MARGIN, 26, Ink.DEEP);
        Block town = Block.fitted(told.town(), true, sheet.inner() - 36, 32, 20, 9);
        sheet.say("P", town, 36, MARGIN + (26 - town.height()) / 2, Ink.DEEP);
        Block title = Block.fitted(told.title(), true, sheet.inner(), 84, 36, 18);
        sheet.say("H1", title, 0, MARGIN + 36, Ink.BLACK);
        return MARGIN + 36 + title.height() + 10;
    }

    private static float tall(List<Part> parts) {
        return (float) parts.stream().mapToDouble(Part::tall).sum();
    }

    private List<Part> parts(float scale) {
        List<Part> parts = new ArrayList<>();
        if (told.times() == null) {
            parts.add(start(scale));
        } else {
            parts.add(times(told.times(), scale));
            parts.add(levels(scale));
        }
        parts.add(answers(scale));
        parts.add(next(scale));
        return parts;
    }

    /** How often, as large as nothing else. */
    private Part times(Count times, float scale) {
        float pad = 16 * scale;
        Block number = Block.fitted(times.number(), true, sheet.inner() * .42f, 92 * scale, 76 * scale, 20 * scale);
        float begin = 2 * pad + number.width();
        Block label =
                Block.fitted(times.label(), true, sheet.inner() - begin - pad, 92 * scale, 27 * scale, 11 * scale);
        float tall = Math.max(number.height(), label.height()) + pad;
        return new Part(tall + 8 * scale, top -> {
            band(top, tall, Ink.DEEP);
            booklet.say("P", told.language(), () -> {
                sheet.put(number, pad, top + (tall - number.height()) / 2, Ink.WHITE);
                sheet.put(label, begin, top + (tall - label.height()) / 2, Ink.WHITE);
            });
        });
    }

    private Part levels(float scale) {
        float icon = 30 * scale;
        Block how = heading(told.how(), scale);
        List<Block> numbers = told.levels().stream()
                .map(one -> Block.fitted(one.number(), true, 150 * scale, 40 * scale, 28 * scale, 14 * scale))
                .toList();
        float begin = icon
                + 24 * scale
                + (float) numbers.stream().mapToDouble(Block::width).max().orElse(0);
        List<Block> labels = told.levels().stream()
                .map(one -> Block.fitted(one.label(), false, sheet.inner() - begin, 56 * scale, 22 * scale, 11 * scale))
                .toList();
        List<Float> rows = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            rows.add(Math.max(Math.max(labels.get(i).height(), numbers.get(i).height()), icon) + 5 * scale);
        }
        List<Block> notes = told.notes().stream()
                .map(one -> Block.fitted(one, false, sheet.inner(), 44 * scale, 15 * scale, 8 * scale))
                .toList();
        float list = (float) rows.stream().mapToDouble(Float::doubleValue).sum();
        float tall = how.height()
                + 4 * scale
                + list
                + (float) notes.stream().mapToDouble(Block::height).sum();
        return new Part(tall, top -> {
            sheet.say("H2", how, 0, top, Ink.DEEP);
            float[] at = {top + how.height() + 4 * scale};
            list(labels.size(), i -> {
                float row = rows.get(i);
                sheet.pictogram(told.levels().get(i).icon(), 0, at[0] + (row - icon) / 2, icon, Ink.DEEP);
                booklet.say("P", told.language(), () -> {
                    Block number = numbers.get(i);
                    Block label = labels.get(i);
                    sheet.put(number, icon + 12 * scale, at[0] + (row - number.height()) / 2, Ink.BLACK);
                    sheet.put(label, begin, at[0] + (row - label.height()) / 2, Ink.BLACK);
                });
                at[0] += row;
            });
            lines(notes, 0, at[0], Ink.SOFT);
        });
    }

    /** While there are no figures: how to begin. */
    private Part start(float scale) {
        List<Block> lines = told.start().stream()
                .map(one -> Block.fitted(
                        one,
                        !one.equals(told.start().getFirst()),
                        sheet.inner() - 40 * scale,
                        110 * scale,
                        26 * scale,
                        12 * scale))
                .toList();
        return new Part(total(lines) + 16 * scale, top -> lines(lines, 0, top, Ink.BLACK));
    }

    private Part answers(float scale) {
        Block title = heading(told.answersTitle(), scale);
        Block lead = Block.fitted(
                told.answers().isEmpty() ? told.noAnswers() : told.answersLead(),
                false,
                sheet.inner(),
                50 * scale,
                18 * scale,
                10 * scale);
        float text = title.height() + lead.height() + 6 * scale;
        if (told.answers().isEmpty()) {
            return new Part(text, top -> {
                sheet.say("H2", title, 0, top, Ink.DEEP);
                sheet.say("P", lead, 0, top + title.height(), Ink.BLACK);
            });
        }
        float between = 8 * scale;
        float wide = (sheet.inner() - between * (told.answers().size() - 1))
                / told.answers().size();
        List<Tile> tiles = told.answers().stream()
                .map(one -> Tile.of(one, wide - 20 * scale, scale))
                .toList();
        float tall = (float) tiles.stream().mapToDouble(Tile::tall).max().orElse(0) + 12 * scale;
        return new Part(text + tall, top -> {
            sheet.say("H2", title, 0, top, Ink.DEEP);
            sheet.say("P", lead, 0, top + title.height(), Ink.BLACK);
            list(tiles.size(), i -> {
                float begin = i * (wide + between);
                booklet.ornament(
                        () -> booklet.box(sheet.left(begin, wide), top + text, wide, tall, 10 * scale, Ink.MIST));
                booklet.say(
                        "P",
                        told.language(),
                        () -> tiles.get(i).draw(sheet, begin + 10 * scale, top + text + 5 * scale));
            });
        });
    }

    private Part next(float scale) {
        float pad = 14 * scale;
        float icon = 46 * scale;
        float begin = icon + 2 * pad;
        float wide = sheet.inner() - begin - pad;
        Block title = Block.fitted(told.nextTitle(), false, wide, 40 * scale, 17 * scale, 10 * scale);
        List<Block> lines = told.next().stream()
                .map(one -> Block.fitted(
                        one,
                        !one.equals(told.next().getLast()) || told.next().size() == 1,
                        wide,
                        58 * scale,
                        20 * scale,
                        10 * scale))
                .toList();
        float tall = title.height() + total(lines) + 16 * scale;
        return new Part(tall + 8 * scale, top -> {
            band(top, tall, Ink.SUN);
            sheet.pictogram("calendar", pad, top + (tall - icon) / 2, icon, Ink.BLACK);
            sheet.say("H2", title, begin, top + 8 * scale, Ink.BLACK);
            lines(lines, begin, top + 8 * scale + title.height(), Ink.BLACK);
        });
    }

    private Block heading(Words words, float scale) {
        return Block.fitted(words, true, sheet.inner(), 60 * scale, 22 * scale, 12 * scale);
    }

    private void band(float top, float tall, Ink ink) {
        booklet.ornament(() -> booklet.box(sheet.margin(), top, sheet.inner(), tall, 14, ink));
    }

    private void lines(List<Block> lines, float start, float top, Ink ink) {
        float at = top;
        for (Block line : lines) {
            sheet.say("P", line, start, at, ink);
            at += line.height();
        }
    }

    private void list(int size, Item item) {
        booklet.within("L", () -> {
            for (int i = 0; i < size; i++) {
                int index = i;
                booklet.within("LI", () -> booklet.within("LBody", () -> item.draw(index)));
            }
        });
    }

    private static float total(List<Block> blocks) {
        return (float) blocks.stream().mapToDouble(Block::height).sum();
    }

    /** An answer and how often it was given, in a box of its own. */
    private record Tile(Block number, Block label, @Nullable Block more) {

        static Tile of(Count count, float wide, float scale) {
            Words more = count.more();
            return new Tile(
                    Block.fitted(count.number(), true, wide, 50 * scale, 38 * scale, 14 * scale),
                    Block.fitted(count.label(), true, wide, 50 * scale, 17 * scale, 8 * scale),
                    more == null ? null : Block.fitted(more, false, wide, 34 * scale, 13 * scale, 7 * scale));
        }

        float tall() {
            return number.height() + label.height() + (more == null ? 0 : more.height());
        }

        void draw(Sheet sheet, float start, float top) {
            sheet.put(number, start, top, Ink.DEEP);
            sheet.put(label, start, top + number.height(), Ink.BLACK);
            if (more != null) {
                sheet.put(Objects.requireNonNull(more), start, top + number.height() + label.height(), Ink.BLACK);
            }
        }
    }

    /** One of the parts, from top to foot. */
    private record Part(float tall, Draw draw) {}

    private interface Draw {
        void at(float top);
    }

    private interface Item {
        void draw(int index);
    }
}
