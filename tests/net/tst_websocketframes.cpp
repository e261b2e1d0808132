// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/websocketframes.h"

#include <QTest>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

constexpr WebSocketFrames::Limits small{.kept = 300, .skipped = 1000};

QString described(const WebSocketItem& item)
{
    if (const auto* text = std::get_if<WebSocketText>(&item))
        return (text->isUtf8 ? u"text "_s : u"not UTF-8 "_s) + text->text;
    if (const auto* skipped = std::get_if<WebSocketSkipped>(&item))
        return u"skipped %1"_s.arg(skipped->bytes);
    if (const auto* ping = std::get_if<WebSocketPing>(&item))
        return u"ping "_s + QString::fromLatin1(ping->payload.toHex());
    if (std::holds_alternative<WebSocketPong>(item))
        return u"pong"_s;
    if (const auto* closing = std::get_if<WebSocketClose>(&item))
        return u"close "_s + QString::fromLatin1(closing->code.toHex());
    const auto& violation = std::get<WebSocketViolation>(item);
    return u"%1 %2"_s.arg(violation.closeCode).arg(violation.why);
}

QStringList readAll(WebSocketFrames& frames)
{
    QStringList items;
    while (const auto item = frames.next())
        items.append(described(*item));
    return items;
}

QByteArray filled(const char* header, int count, char with = 'x')
{
    return QByteArray::fromHex(header) + QByteArray(count, with);
}

} // namespace

class TestWebSocketFrames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void streamIsReadTheSameWhereverItIsCut_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QStringList>("items");
        const auto hex = [](const char* text) {
            return QByteArray::fromHex(text);
        };
        const auto row = [](const char* name, const QByteArray& stream, const QStringList& items) {
            QTest::newRow(name) << stream << items;
        };
        const auto next = hex("81026f6b");
        row("text", hex("810548656c6c6f"), {u"text Hello"_s});
        row("empty text", hex("8100") + next, {u"text "_s, u"text ok"_s});
        row("two texts", next + next, {u"text ok"_s, u"text ok"_s});
        row("nothing", {}, {});
        row("pieces",
            hex("010348656c"
                "80026c6f"),
            {u"text Hello"_s});
        row("many pieces, some empty",
            hex("0100"
                "0000"
                "000148"
                "0000"
                "800169")
                + next,
            {u"text Hi"_s, u"text ok"_s});
        row("a letter between two pieces",
            hex("0101c3"
                "8001bc"),
            {u"text ü"_s});
        row("ping between two pieces",
            hex("010148"
                "8902abcd"
                "800169"),
            {u"ping abcd"_s, u"text Hi"_s});
        row("ping and pong",
            hex("8900"
                "8a0161"),
            {u"ping "_s, u"pong"_s});
        row("longest ping", filled("897d", 125, 'a'), {u"ping "_s + u"61"_s.repeated(125)});
        row("length of 16 bits", filled("817e007e", 126), {u"text "_s + QString(126, u'x')});
        row("not UTF-8", hex("8104c328c328") + next, {u"not UTF-8 \uFFFD(\uFFFD("_s, u"text ok"_s});
        row("half a letter at the end",
            hex("810161"
                "8101c3")
                + next,
            {u"text a"_s, u"not UTF-8 \uFFFD"_s, u"text ok"_s});
        row("a surrogate in UTF-8", hex("8103eda080") + next,
            {u"not UTF-8 \uFFFD\uFFFD\uFFFD"_s, u"text ok"_s});
        row("longest that is kept", filled("817e012c", 300) + next,
            {u"text "_s + QString(300, u'x'), u"text ok"_s});
        row("too long", filled("817e012d", 301) + next, {u"skipped 301"_s, u"text ok"_s});
        row("too long by its last piece",
            filled("017e00c8", 200) + hex("8900") + filled("807e00c8", 200) + next,
            {u"ping "_s, u"skipped 400"_s, u"text ok"_s});
        row("too long by its first piece", filled("017e012d", 301) + hex("80026f6b") + next,
            {u"skipped 303"_s, u"text ok"_s});
        row("binary", hex("8203010203") + next, {u"skipped 3"_s, u"text ok"_s});
        row("binary in pieces",
            hex("020101"
                "800102")
                + next,
            {u"skipped 2"_s, u"text ok"_s});
        row("close", hex("880203e8") + next, {u"close 03e8"_s});
        row("close with a reason", hex("880503e8627965"), {u"close 03e8"_s});
        row("close without a code", hex("8800"), {u"close "_s});
        row("close with half a code", hex("880103"), {u"close "_s});
        row("close between two pieces",
            hex("010148"
                "8800"
                "800169"),
            {u"close "_s});

        row("beyond what can be skipped", next + hex("817e03e9"),
            {u"text ok"_s, u"1009 message too long"_s});
        row("beyond it piece by piece", filled("017e01f4", 500) + hex("007e01f5"),
            {u"1009 message too long"_s});
        row("4 GiB", hex("817f0000000100000000"), {u"1009 message too long"_s});
        row("longest length there is", hex("827f7fffffffffffffff"), {u"1009 message too long"_s});
        row("beyond it", hex("817f8000000000000000"), {u"1002 a length that is none"_s});
        row("length of 16 bits for nothing", hex("817e00026f6b") + next,
            {u"text ok"_s, u"text ok"_s});
        row("length of 64 bits for nothing", hex("817f00000000000000026f6b") + next,
            {u"text ok"_s, u"text ok"_s});
        row("masked", hex("8185") + next, {u"1002 a masked frame"_s});
        row("compressed", hex("c105"), {u"1002 reserved bits"_s});
        row("second reserved bit", hex("a105"), {u"1002 reserved bits"_s});
        row("third reserved bit", hex("9105"), {u"1002 reserved bits"_s});
        row("unknown data", hex("8300"), {u"1002 an unknown kind of frame"_s});
        row("unknown control", hex("8b00"), {u"1002 an unknown kind of frame"_s});
        row("ping in pieces", hex("0900"), {u"1002 a control frame in pieces"_s});
        row("long ping", hex("897e"), {u"1002 a control frame too long"_s});
        row("long close", hex("887f"), {u"1002 a control frame too long"_s});
        row("piece of nothing", hex("8000"), {u"1002 a piece of no message"_s});
        row("piece after the last",
            hex("010148"
                "800169"
                "8000"),
            {u"text Hi"_s, u"1002 a piece of no message"_s});
        row("text within a text",
            hex("010148"
                "8100"),
            {u"1002 a message within another"_s});
        row("after a violation nothing", hex("8300") + next, {u"1002 an unknown kind of frame"_s});
    }

    void streamIsReadTheSameWhereverItIsCut()
    {
        QFETCH(const QByteArray, stream);
        QFETCH(const QStringList, items);
        for (qsizetype cut = 0; cut <= stream.size(); ++cut) {
            WebSocketFrames frames(small);
            frames.append(QByteArrayView(stream).first(cut));
            auto read = readAll(frames);
            frames.append(QByteArrayView(stream).sliced(cut));
            read += readAll(frames);
            QCOMPARE(read, items);
        }
        WebSocketFrames frames(small);
        QStringList read;
        for (const char byte : stream) {
            frames.append(QByteArrayView(&byte, 1));
            read += readAll(frames);
            QVERIFY(frames.kept() <= 300 + 125 + 10);
        }
        QCOMPARE(read, items);
    }

    void whatIsSkippedIsNotKept()
    {
        WebSocketFrames frames;
        frames.append(QByteArray::fromHex("817f0000000010000000")); // 256 MiB
        const QByteArray megabyte(1024LL * 1024, 'x');
        for (int i = 0; i < 256; ++i) {
            QVERIFY(!frames.next());
            QVERIFY(frames.kept() < 2 * megabyte.size());
            frames.append(megabyte);
        }
        QCOMPARE(readAll(frames), QStringList(u"skipped 268435456"_s));
        QCOMPARE(frames.kept(), 0);
    }

    void whatWasKeptOfATooLongMessageIsLetGo()
    {
        WebSocketFrames frames(small);
        frames.append(filled("017e00c8", 200));
        QVERIFY(!frames.next());
        QCOMPARE(frames.kept(), 200);
        frames.append(filled("007e00c8", 50));
        QVERIFY(!frames.next());
        QCOMPARE(frames.kept(), 0);
    }

    void whatIsSentIsMasked_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("nothing") << QByteArray() << QByteArray("8180");
        QTest::newRow("longest short one") << QByteArray(125, 'x') << QByteArray("81fd");
        QTest::newRow("16 bits") << QByteArray(126, 'x') << QByteArray("81fe007e");
        QTest::newRow("longest of 16 bits") << QByteArray(65535, 'x') << QByteArray("81feffff");
        QTest::newRow("64 bits") << QByteArray(65536, 'x') << QByteArray("81ff0000000000010000");
    }

    void whatIsSentIsMasked()
    {
        QFETCH(const QByteArray, payload);
        QFETCH(const QByteArray, header);
        const auto sent = maskedFrame(WebSocketOpcode::Text, payload, 0x01020304);
        const auto begin = QByteArray::fromHex(header + "01020304");
        QVERIFY(sent.startsWith(begin));
        auto unmasked = sent.sliced(begin.size());
        for (qsizetype i = 0; i < unmasked.size(); ++i)
            unmasked[i] = static_cast<char>(unmasked[i] ^ (i % 4 + 1));
        QCOMPARE(unmasked, payload);
    }

    void exampleOfTheStandard() // RFC 6455, 5.7
    {
        QCOMPARE(maskedFrame(WebSocketOpcode::Text, "Hello", 0x37fa213d).toHex(),
                 QByteArray("818537fa213d7f9f4d5158"));
    }
};

QTEST_GUILESS_MAIN(TestWebSocketFrames)
#include "tst_websocketframes.moc"
