import Vue, { createApp, getCurrentInstance } from 'vue';

export const component = {
  computed: {
    width() {
      return this.$taro.getSystemInfoSync().windowWidth;
    },
  },
  data() {
    return { brand: this.$root.$taro.getSystemInfoSync().brand };
  },
  mounted() {
    const vm = this;
    setTimeout(function () {
      vm.$taro.stopRecord();
    });
    const { $taro } = this;
    $taro.startRecord({});
    const { startRecord } = this.$taro;
    this?.$taro?.stopRecord();
    (this.$taro || this.$wx).stopRecord();
    this['$taro'].stopRecord();
    this.$parent.$taro.stopRecord();
    // A test of the API does no harm.
    if (this.$taro.startRecord) log();
    return startRecord;
  },
  setup() {
    const { proxy, appContext } = getCurrentInstance();
    proxy.$taro.startRecord({});
    getCurrentInstance().proxy.$taro.stopRecord();
    appContext.config.globalProperties.$taro.stopRecord();
    const { $taro } = appContext.config.globalProperties;
    $taro.stopRecord();
  },
};

// Objects of this kind are known, but these properties of them are not.
createApp().config.globalProperties.$taro.stopRecord();
Vue.prototype.$taro.stopRecord();
const shared = Vue.prototype;
shared.$taro.stopRecord();

// Nothing sets these.
export const others = {
  mounted() {
    this.$other.startRecord({});
    this.$taro.other.startRecord({});
    this.form.$taro.startRecord({});
    Vue.prototype.$other.startRecord({});
  },
};

// Certainly something else.
class Page {
  api = new Api();
  go() {
    this.api.stopRecord();
    this.props.api.stopRecord();
  }
}
$taro.stopRecord();
