// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace companion {

//! How the site writes and dials numbers (DESIGN 6, `numbers.*`).
struct NumberRules
{
    QString region = QStringLiteral("US"); //!< ISO 3166 alpha-2
    QString areaCode = {}; //!< of the site, without trunk prefix
    QString outsidePrefix = {}; //!< digits dialled for an outside line
    int extensionMinDigits = 3;
    int extensionMaxDigits = 5;
    QString ownExtension = {};
    QStringList ownNumbers = {};

    friend bool operator==(const NumberRules&, const NumberRules&) = default;
};

//! \brief A telephone number as someone wrote or presented it, read by the site's rules.
//!
//! The one type for numbers and the one comparison.
class PhoneNumber
{
public:
    enum class Kind {
        Empty,
        Withheld, //!< anonymous, unknown, private, … in the words that PBXs use
        Masked, //!< digits replaced by * or x
        Extension, //!< internal
        Short, //!< emergency, service and PBX codes: dialled as they are, never looked up
        National, //!< digits without a known country form (rare, kept as digits)
        International, //!< has an E.164 form
        Text, //!< not a number
    };

    PhoneNumber() = default;
    static PhoneNumber read(const QString& text, const NumberRules& rules);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const QString& input() const { return m_input; } //!< as given
    [[nodiscard]] const QString& e164() const { return m_e164; } //!< "+14155551212" or empty
    [[nodiscard]] const QString& digits() const
    {
        return m_digits;
    } //!< what was given, ASCII digits only (a PBX code keeps * and #), extension cut off
    [[nodiscard]] const QString& national() const
    {
        return m_national;
    } //!< national significant number
    [[nodiscard]] const QString& countryCode() const { return m_countryCode; } //!< "1", "49"
    [[nodiscard]] const QString& suffix() const
    {
        return m_suffix;
    } //!< extension behind the number
    [[nodiscard]] const QString& display() const { return m_display; } //!< for reading, plain text
    [[nodiscard]] const QString& explanation() const
    {
        return m_explanation;
    } //!< English, for `lookup`: how it was read
    [[nodiscard]] bool isLookupWorthy() const; //!< whether Salesforce may know it
    [[nodiscard]] bool isDialable() const;
    //! One key for one line: E.164, or the digits when there is none. For remembered choices.
    //! Argentina's numbers are without the mobile 9 in it, which people leave out.
    [[nodiscard]] QString key() const;

    //! Whether a number stored in the CRM, written as \p stored, is this line.
    [[nodiscard]] bool matches(const QString& stored, const NumberRules& rules) const;
    //! Search terms for one SOSL question: digits only, most telling first.
    [[nodiscard]] QStringList searchTerms() const;
    //! The spellings people use, for exact SOQL comparison.
    [[nodiscard]] QStringList spellings() const;

    friend bool operator==(const PhoneNumber&, const PhoneNumber&) = default;

    //! What each spelling of the line ends in: how an index of stored numbers finds candidates for
    //! matches(), if it holds what digitsIn() gives.
    [[nodiscard]] QString lineEnd() const;
    //! Digits of each number in a field, without extensions; a field may hold several numbers.
    static QStringList digitsIn(const QString& stored);

private:
    struct Reader;

    //! How the reading came about; tells what to dial and what to explain.
    enum class Way {
        AsWritten,
        OutsidePrefix, //!< was in front and has been taken off
        AreaCode, //!< was missing and has been put in front
        International, //!< with plus, or 00 and the like of another country, or a missing plus
    };

    //! A CRM holds numbers of the public network only: what is short there is no extension.
    static PhoneNumber readStored(const QString& text, const NumberRules& rules);
    [[nodiscard]] bool isSameLine(const PhoneNumber& stored, const NumberRules& rules) const;
    [[nodiscard]] QStringList formerNationals() const;
    [[nodiscard]] QString line() const;

    Kind m_kind = Kind::Empty;
    Way m_way = Way::AsWritten;
    bool m_isCertain = false; //!< the numbering plan knows such a number, or a plus was written
    QString m_input, m_e164, m_digits, m_national, m_countryCode, m_suffix, m_display,
        m_explanation;
    QStringList m_rivals; //!< other lines it may just as well be: "0030…" where 0 is for outside

    friend QString dialString(const PhoneNumber& number, const NumberRules& rules);
};

//! What the dial plan wants to be sent for \p number: outside prefix added, spelling cleaned.
QString dialString(const PhoneNumber& number, const NumberRules& rules);

} // namespace companion
