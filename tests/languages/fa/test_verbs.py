from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.languages.fa.words import key
from tonelint.languages.fa.verbs import LONGEST, readings

# spelling: lemma tense person polarity register clitic of the likeliest reading ("-" for none)
READ = """
می‌شود: شدن present 3s pos formal -
نميشود: شدن present 3s neg formal -
نمی‌شه: شدن present 3s neg spoken -
می‌تونم: توانستن present 1s pos spoken -
نمیتونیم: توانستن present 1p neg spoken -
بذارید: گذاشتن imperative 2p pos spoken -
بزارید: گذاشتن imperative 2p pos spoken -
میاد: آمدن present 3s pos spoken -
می‌آد: آمدن present 3s pos spoken -
میومد: آمدن imperfect 3s pos spoken -
می‌خوام: خواستن present 1s pos spoken -
می‌خواد: خواستن present 3s pos spoken -
می‌گم: گفتن present 1s pos spoken -
بگید: گفتن imperative 2p pos spoken -
برمی‌گردونیم: برگرداندن present 1p pos spoken -
برنگشته‌ام: برگشتن perfect 1s neg formal -
برمی‌دارید: برداشتن present 2p pos - -
درمیاریم: درآوردن present 1p pos spoken -
نمیاریم: آوردن present 1p neg spoken -
وایسید: ایستادن imperative 2p pos spoken -
وایسا: ایستادن imperative 2s pos spoken -
بایستید: ایستادن imperative 2p pos - -
بیاورید: آوردن imperative 2p pos formal -
نیامد: آمدن past 3s neg formal -
نیومد: آمدن past 3s neg spoken -
بیفتد: افتادن subjunctive 3s pos formal -
بیفته: افتادن subjunctive 3s pos spoken -
میفته: افتادن present 3s pos spoken -
نیفتاد: افتادن past 3s neg - -
بیندازید: انداختن imperative 2p pos formal -
بیاندازید: انداختن imperative 2p pos formal -
بندازید: انداختن imperative 2p pos spoken -
خواهد شد: شدن future 3s pos formal -
نخواهیم توانست: توانستن future 1p neg formal -
برخواهیم گشت: برگشتن future 1p pos formal -
شده است: شدن perfect 3s pos formal -
شده‌ام: شدن perfect 1s pos formal -
نشده‌اید: شدن perfect 2p neg formal -
شده: شدن perfect 3s pos - -
شده‌ست: شدن perfect 3s pos spoken -
شده بود: شدن pluperfect 3s pos - -
کرده باشید: کردن past-subjunctive 2p pos - -
داشته باشید: داشتن subjunctive 2p pos - -
فرستادم: فرستادن past 1s pos - -
فرستادن: فرستادن infinitive - pos - -
نیست: بودن present 3s neg - -
نیستیم: بودن present 1p neg - -
نمی‌باشد: بودن present 3s neg formal -
است: بودن present 3s pos formal -
هستین: بودن present 2p pos spoken -
باشید: بودن imperative 2p pos - -
دارید: داشتن present 2p pos - -
ندارن: داشتن present 3p neg spoken -
می‌توان: توانستن present - pos formal -
نمی‌توان: توانستن present - neg formal -
بتوان: توانستن subjunctive - pos formal -
می‌بایست: بایستن past - pos formal -
بگو: گفتن imperative 2s pos - -
برو: رفتن imperative 2s pos - -
کن: کردن imperative 2s pos - -
نکن: کردن imperative 2s neg - -
باش: بودن imperative 2s pos - -
بفرست: فرستادن imperative 2s pos - -
رسوند: رساندن past 3s pos spoken -
برگردوند: برگرداندن past 3s pos spoken -
می‌فرستمش: فرستادن present 1s pos - 3s
فرستادیمتون: فرستادن past 1p pos spoken 2p
بدهیدش: دادن imperative 2p pos formal 3s
گردیده است: گردیدن perfect 3s pos formal -
می‌گردد: گردیدن present 3s pos formal -
نمایید: نمودن imperative 2p pos - -
نمائید: نمودن imperative 2p pos - -
می‌شوید: شدن present 2p pos formal -
می‌رساند: رساندن present 3s pos formal -
مي‌شَوَد: شدن present 3s pos formal -
""".strip().split("\n")

HOMOGRAPHS = """شدید دید رسید خرید کشید بسته داده نوشته گذشته کند روم رود شوم دهم نشست برید بدهی کنند برگشت بازگشت
برداشت پرداخت دریافت درآمد برخورد پیشرفت ندید بدید بدین بده برم بریم میان گردید سوخت ساخت خریدتان پرداختتون بسته‌تان
بسته‌اش خریدهای گذاری دهم""".split()

ORDINARY = """سلام درود وقت بخیر روز صبح عصر شب امروز فردا دیروز ساعت دقیقه هفته ماه سال آقای خانم جناب سرکار عزیز گرامی محترم
مشتری کاربر مشترک همراه دوست همکار مدیر کارشناس پشتیبان پشتیبانی واحد بخش تیم شرکت فروشگاه سایت سامانه سیستم برنامه اپلیکیشن
درخواست سفارش بسته‌بندی مرسوله کالا محصول مدل رنگ سایز قیمت مبلغ وجه پول هزینه تخفیف کد شماره رهگیری پیگیری فاکتور رسید‌ها حساب کارت
بانک درگاه تراکنش تسویه کیف موجودی اعتبار اشتراک تمدید بلیت بلیط پرواز هتل رزرو نوبت پزشک دارو بیمه بیمه‌نامه خسارت حادثه مدارک فرم
مدرک تصویر عکس فایل پیوست لینک پیام ایمیل پیامک تماس تلفن نشانی آدرس شهر تهران خیابان پلاک پستی پست پیک انبار ارسال تحویل تاخیر
تأخیر مشکل مورد موضوع خطا ایراد اشتباه اشکال سوال سؤال پرسش پاسخ جواب نظر پیشنهاد انتقاد شکایت رضایت نارضایتی ناراحتی عذرخواهی پوزش
معذرت ممنون متشکر سپاس سپاسگزار تشکر مرسی لطفا لطفاً خواهش ببخش‌ها متأسفانه متاسفانه متاسف متأسفیم شرمنده خوشحال ناراحت نگران مطمئن
راحت ساده سریع زود دیر کامل ناقص درست غلط جدید قدیمی قبلی بعدی اول دوم سوم آخر چند هر همه هیچ کدام این آن اینجا آنجا همین همان همینجا
برای برایتان براتون از به با در بر تا که و یا اما ولی اگر اگه چون زیرا پس سپس بنابراین همچنین هم نیز فقط حتی شاید باید نباید مانند مثل
مثلا یعنی البته حتما حتماً احتمالا هنوز دیگر دیگه الان حالا اکنون فعلا قبلا قبلاً بعدا دوباره مجددا همیشه گاهی هرگز اصلا واقعا کاملا تقریبا
حدود حداکثر حداقل بیش بیشتر کمتر بهتر بدتر بهترین بزرگ کوچک بلند کوتاه نرم سخت گرم سرد باز میز میان‌مدت میدان میل نام نامه نشان نشانه
نرم‌افزار نسخه نصب تنظیمات ورود خروج رمز گذرواژه نگاه نیاز نکته نمایش نماینده نمودار نمونه نوع نور ناموفق ناموجود بدون بین بیرون بالا پایین کنار
روی زیر پیش پشت جلو داخل خارج طبق مطابق بابت بخاطر دلیل علت نتیجه روند مرحله گام بند قانون قوانین شرایط ضوابط مقررات سیاست حریم خصوصی امنیت
اطلاعات داده‌ها گزارش بررسی ثبت لغو تایید تأیید رد واریز برداشت‌ها تعویض مرجوع عودت استرداد اصلاح ویرایش تغییر حذف اضافه فعال غیرفعال مسدود صادر
شارژ رفع حل انجام اعلام اطلاع راهنمایی کمک خدمت خدمات همکاری همراهی صبر شکیبایی توجه دقت زمان مدت مهلت تاریخ فرصت اولین اسرع امکان امکان‌پذیر
مقدور ممکن لازم ضروری الزامی اجباری مجبور موظف ملزم آماده خسته آسان دشوار ویژه خاص عمومی اصلی فرعی کلی جزئی رایگان گران ارزان مناسب کافی موجود
جهت خصوص رابطه لذا چنانچه کماکان ذیل فوق مذکور مربوطه محضر استحضار عنایت احتراما نامبرده اینجانب جنابعالی ایشان او ما شما من تو خود خودتان خودتون
بله نه خیر چرا چطور چگونه کجا کی چه چی کسی چیزی کاری جایی زمانی موقع وقتی هنگام بعد قبل طی ظرف گروه گزینه بلند جامعه کشور دنیا زندگی خانه خانواده
درون برون آهنگ آواز آب هوا زمین جنگ تولید تولد روزه کشتی دریا جوان مادر پدر برادر خواهر فرزند دختر پسر مرد زن بچه شناسه پوشه نمایه دکمه صفحه کلیک""".split()


@pytest.mark.parametrize("line", [line for line in READ if line])
def test_the_likeliest_reading(line: str) -> None:
    spelling, _, expected = line.partition(": ")
    first = readings(key(spelling))[0]
    features = (first.lemma, first.tense, first.person, first.polarity, first.register, first.clitic)
    assert [feature or "-" for feature in features] == expected.split()


@pytest.mark.parametrize("word", HOMOGRAPHS)
def test_homographs_prove_nothing_by_themselves(word: str) -> None:
    assert readings(key(word))
    assert all(one.ambiguous for one in readings(key(word)))


def test_ordinary_words_are_no_verbs() -> None:
    assert len(set(ORDINARY)) >= 300
    wrong = {word: readings(key(word)) for word in ORDINARY if any(not one.ambiguous for one in readings(key(word)))}
    assert not wrong


@pytest.mark.parametrize(
    "word", ["باید", "نباید", "شاید", "مانند", "نیاز", "نام", "سلام", "گروه", "وارد", "", "ن", "می"]
)
def test_words_that_are_never_verbs(word: str) -> None:
    assert readings(word) == ()


def test_prefix_makes_a_homograph_clear() -> None:
    for word, lemma in {"می‌روم": "رفتن", "می‌شوم": "شدن", "بدهید": "دادن", "نمی‌کند": "کردن", "شده‌اید": "شدن"}.items():
        first = readings(key(word))[0]
        assert (first.lemma, first.ambiguous) == (lemma, False)


def test_second_person_plural_is_imperative_and_subjunctive() -> None:
    assert [one.tense for one in readings("کنید")][:2] == ["imperative", "subjunctive"]


def test_gardidan_after_a_noun_is_past() -> None:
    first = readings("گردید")[0]
    assert (first.lemma, first.tense, first.person) == ("گردیدن", "past", "3s")


@pytest.mark.parametrize(
    ("spelling", "lemma", "tense", "polarity"),
    [
        ("فرستاده شد", "فرستادن", "past", "pos"),
        ("فرستاده شده است", "فرستادن", "perfect", "pos"),
        ("فرستاده نخواهد شد", "فرستادن", "future", "neg"),
        ("نوشته می‌شود", "نوشتن", "present", "pos"),
        ("برگردانده می‌شود", "برگرداندن", "present", "pos"),
        ("گفته نشده", "گفتن", "perfect", "neg"),
    ],
)
def test_passive_of_one_word(spelling: str, lemma: str, tense: str, polarity: str) -> None:
    first = readings(key(spelling))[0]
    assert (first.lemma, first.tense, first.polarity, first.voice) == (lemma, tense, polarity, "passive")


def test_light_verbs_have_no_passive_with_becoming() -> None:
    assert not any(
        one.voice == "passive" for spelling in ("شده شد", "رفته شد", "کرده شد") for one in readings(key(spelling))
    )


def test_bashidan_is_only_what_says_mibashad() -> None:
    assert {one.lemma for one in readings("میباشد")} == {"بودن", "باشیدن"}
    assert {one.lemma for one in readings("باشد")} == {"بودن"}


@given(st.text("آابپتدرزسشکگلمنوهی", max_size=LONGEST + 5))
def test_any_word_has_readings_or_none(word: str) -> None:
    found = readings(word)
    assert len(set(found)) == len(found)
    assert [one.ambiguous for one in found] == sorted(one.ambiguous for one in found)
